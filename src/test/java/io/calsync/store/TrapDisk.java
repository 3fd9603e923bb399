package io.calsync.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// The disk below H2 with a trap in one kind of operation; a write is half done in it.
public final class TrapDisk extends FilePathWrapper {
    enum Operation {
        READ,
        WRITE,
        SYNC
    }

    private record Set(Trap trap, Operation at) {}

    private static final AtomicReference<Set> SET = new AtomicReference<>();

    static void insert(Trap trap, Operation at) {
        SET.set(new Set(trap, at));
        FilePath.register(new TrapDisk());
    }

    @Override
    public String getScheme() {
        return "async";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), SET.get());
    }

    private static final class Channel extends PassingChannel {
        private final Set set;

        Channel(FileChannel file, Set set) {
            super(file);
            this.set = set;
        }

        private void at(Operation operation) {
            if (set.at() == operation) set.trap().pass();
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            at(Operation.READ);
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int half = source.remaining() / 2;
            int first = file.write(source.slice(source.position(), half), position);
            source.position(source.position() + first);
            at(Operation.WRITE);
            return first + file.write(source, position + first);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            at(Operation.WRITE);
            if (size < file.size()) file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            at(Operation.SYNC);
            file.force(metadata);
        }
    }
}
