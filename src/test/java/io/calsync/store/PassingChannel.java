package io.calsync.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/// A file below H2 that lets pass what no disk of the tests interferes with.
abstract class PassingChannel extends FileBaseDefault {
    final FileChannel file;

    PassingChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public final long size() throws IOException {
        return file.size();
    }

    @Override
    public final FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected final void implCloseChannel() throws IOException {
        file.close();
    }
}
