package io.calsync.ui;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A picture as a PNG file. JavaFX has no writer of its own, and AWT's would bring a module along.
///
/// @param argb the colour at x, y
record Png(int width, int height, IntBinaryOperator argb) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    byte[] bytes() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        // Eight bits a channel, red green blue.
        chunk(file, "IHDR",
                ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[]{8, 2, 0, 0, 0}).array());
        chunk(file, "IDAT", deflated(rows()));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private byte[] rows() {
        var rows = ByteBuffer.allocate(height * (1 + 3 * width));
        for (int y = 0; y < height; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < width; x++) {
                int colour = argb.applyAsInt(x, y);
                rows.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
            }
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            var part = new byte[64 * 1024];
            while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        var body = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
        var crc = new CRC32();
        crc.update(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(body);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
