create table calsync_newer (migrated varchar(3));
create table calsync_rows (twice int);
