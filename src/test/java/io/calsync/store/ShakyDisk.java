package io.calsync.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.async.FilePathAsync;
import org.jspecify.annotations.Nullable;

/// The disk below H2, in the place of the file access that the console uses. Programs see every write at once; what
/// [Platters#settle] leaves after a power cut is what was forced, and of the rest what chance lets through.
public final class ShakyDisk extends FilePathWrapper {
    private static final AtomicReference<Platters> INSERTED = new AtomicReference<>(new Platters(Path.of(""), 0));

    private static final int SECTOR = 512;

    /// Puts an empty disk in. Its power goes after so many writes, truncations and syncs.
    static Platters insert(Path folder, int operations) {
        var platters = new Platters(folder, operations);
        INSERTED.set(platters);
        FilePath.register(new ShakyDisk());
        return platters;
    }

    static void remove() {
        FilePath.register(new FilePathAsync());
    }

    @Override
    public String getScheme() {
        return "async";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), INSERTED.get(), getBase().toString());
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        super.moveTo(newName, atomicReplace);
        INSERTED.get().moved(getBase().toString(), unwrap(newName.toString()).toString());
    }

    /// One unsynced change of a file: bytes at a place, or its new length.
    @FunctionalInterface
    private interface Unsynced {
        /// Only some of the sectors where `torn` is not null.
        byte[] on(byte[] content, @Nullable Random torn);

        static Unsynced length(int length) {
            return (content, _) -> Arrays.copyOf(content, length);
        }

        static Unsynced bytes(int place, byte[] bytes) {
            return (content, torn) -> {
                var after = Arrays.copyOf(content, Math.max(content.length, place + bytes.length));
                for (int from = 0; from < bytes.length; from += SECTOR) {
                    int length = Math.min(SECTOR, bytes.length - from);
                    if (torn == null || torn.nextBoolean())
                        System.arraycopy(bytes, from, after, place + from, length);
                }
                return after;
            };
        }
    }

    private static final class Platter {
        private byte[] synced;
        private final List<Unsynced> unsynced = new ArrayList<>();

        Platter(byte[] content) {
            synced = content;
        }

        void sync() {
            for (Unsynced change : unsynced) synced = change.on(synced, null);
            unsynced.clear();
        }
    }

    private record Move(String from, String to, @Nullable Platter replaced) {}

    /// What is on the disk and what only seems to be.
    static final class Platters {
        private final Map<String, Platter> files = new HashMap<>();
        private final List<Move> moves = new ArrayList<>();
        private final Path folder;
        private byte[] mark = {};
        private int operations;
        private boolean isOff;
        private boolean isFull;
        private boolean lies;

        private Platters(Path folder, int operations) {
            this.folder = folder;
            this.operations = operations;
        }

        /// From now on nothing can be written until there is space again.
        synchronized void full(boolean full) {
            isFull = full;
        }

        /// From now on it says that it has synced and has not.
        synchronized void lie() {
            lies = true;
        }

        synchronized void cut() {
            operations = 0;
        }

        synchronized boolean off() {
            return isOff;
        }

        private synchronized void operate() throws IOException {
            if (operations-- == 0) {
                mark = Files.readAllBytes(HighWater.in(folder));
                isOff = true;
            }
            if (isOff) throw new IOException("no power");
        }

        private Platter platter(String file) throws IOException {
            var known = files.get(file);
            if (known == null) {
                known = new Platter(Files.readAllBytes(Path.of(file)));
                files.put(file, known);
            }
            return known;
        }

        private synchronized void write(String file, Unsynced bytes) throws IOException {
            if (isFull) throw new IOException("No space left on device");
            change(file, bytes);
        }

        private synchronized void change(String file, Unsynced change) throws IOException {
            platter(file).unsynced.add(change);
        }

        private synchronized void sync(String file) throws IOException {
            if (!lies) platter(file).sync();
        }

        private synchronized void moved(String from, String to) {
            var moved = files.remove(from);
            if (moved != null) moves.add(new Move(from, to, files.put(to, moved)));
        }

        /// Leaves in the files what the power cut left on the disk, and beside them what the console had noted by then.
        synchronized void settle(Random random) throws IOException {
            if (isOff) {
                Files.write(HighWater.in(folder), mark);
                Files.writeString(Holder.in(folder).note(), "1");
            }
            int kept = random.nextInt(moves.size() + 1);
            for (Move lost : moves.subList(kept, moves.size()).reversed()) {
                files.put(lost.from(), files.get(lost.to()));
                if (lost.replaced() != null) files.put(lost.to(), lost.replaced());
            }
            for (var file : files.entrySet()) {
                Files.write(Path.of(file.getKey()), left(file.getValue(), random));
            }
        }

        /// Nothing of it, its beginning, or any part of it in any order; the last that gets through can be torn.
        private static byte[] left(Platter platter, Random random) {
            var through = new ArrayList<>(platter.unsynced);
            if (random.nextBoolean()) Collections.shuffle(through, random);
            var content = platter.synced;
            int count = random.nextInt(through.size() + 1);
            for (int i = 0; i < count; i++) content = through.get(i).on(content, null);
            return count < through.size() ? through.get(count).on(content, random) : content;
        }
    }

    private static final class Channel extends PassingChannel {
        private final Platters platters;
        private final String name;

        Channel(FileChannel file, Platters platters, String name) throws IOException {
            super(file);
            this.platters = platters;
            this.name = name;
            synchronized (platters) {
                platters.platter(name);
            }
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            if (platters.off()) throw new IOException("no power");
            return file.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            platters.operate();
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            platters.write(name, Unsynced.bytes((int) position, bytes));
            return file.write(source, position);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (size >= file.size()) return;
            platters.operate();
            platters.change(name, Unsynced.length((int) size));
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            platters.operate();
            platters.sync(name);
        }
    }
}
