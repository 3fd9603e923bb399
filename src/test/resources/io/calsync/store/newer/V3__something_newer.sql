create table calsync_newer (migrated varchar(3));
insert into calsync_newer values ('yes');
