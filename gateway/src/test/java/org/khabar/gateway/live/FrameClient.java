package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client's WebSocket whose frames a test makes itself, also such that never end (RFC 6455, section 5.2). */
final class FrameClient implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int CLOSE = 8;
    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final DataInputStream in;
    private final String head;

    private FrameClient(Socket socket, String headers) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream()
                .write(("GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            read.append((char) in.readUnsignedByte());
        }
        this.head = read.toString();
    }

    /** Opens a socket of which nothing was said yet. */
    static FrameClient open(String token, String... headers) throws IOException {
        FrameClient client = new FrameClient(
                new Socket("localhost", Steering.port()),
                "Authorization: Bearer " + token + "\r\n" + String.join("", headers));
        assertThat(client.head).startsWith("HTTP/1.1 101 ");
        return client;
    }

    /** Opens a socket and waits until it is acknowledged. */
    static FrameClient ready(String token) throws IOException {
        FrameClient client = open(token).text("{\"type\":\"connection_init\"}");
        assertThat(client.nextText()).isEqualTo("{\"type\":\"connection_ack\"}");
        return client;
    }

    /** The head of the response that opened it. */
    String head() {
        return head;
    }

    /**
     * Sends a frame, or the beginning of one.
     *
     * @param length what it says that it has; negative for more than there can be
     */
    FrameClient frame(int opcode, boolean isFinal, long length, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream frame = new DataOutputStream(bytes);
        frame.writeByte(isFinal ? 0x80 | opcode : opcode);
        if (length >= 0 && length < 126) {
            frame.writeByte(0x80 | (int) length);
        } else if (length >= 0 && length <= 0xFFFF) {
            frame.writeByte(0x80 | 126);
            frame.writeShort((int) length);
        } else {
            frame.writeByte(0x80 | 127);
            frame.writeLong(length);
        }
        // A mask of zeros changes nothing.
        frame.writeInt(0);
        frame.write(payload);
        return more(bytes.toByteArray());
    }

    /** Sends what was left out of a frame. */
    FrameClient more(byte[] payload) throws IOException {
        socket.getOutputStream().write(payload);
        return this;
    }

    FrameClient frame(int opcode, boolean isFinal, byte[] payload) throws IOException {
        return frame(opcode, isFinal, payload.length, payload);
    }

    FrameClient text(String message) throws IOException {
        return frame(TEXT, true, message.getBytes(StandardCharsets.UTF_8));
    }

    /** The next message; control frames are passed over. */
    String nextText() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            byte[] payload = payload();
            if (opcode == TEXT) {
                return new String(payload, StandardCharsets.UTF_8);
            }
            assertThat(opcode).as(Arrays.toString(payload)).isNotEqualTo(CLOSE);
        }
    }

    /** The code of the close frame that comes, after whatever is sent before. */
    int closeCode() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            byte[] payload = payload();
            if (opcode == CLOSE) {
                return ByteBuffer.wrap(payload).getShort();
            }
        }
    }

    private byte[] payload() throws IOException {
        int length = in.readUnsignedByte();
        return in.readNBytes(
                switch (length) {
                    case 126 -> in.readUnsignedShort();
                    case 127 -> Math.toIntExact(in.readLong());
                    default -> length;
                });
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
