package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client's WebSocket of frames that a test writes itself, whose connection it can end without a word (RFC 6455). */
final class RawSocket implements AutoCloseable {
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int MASKED = 0x80;
    private static final int LONGER = 126;

    private final Socket socket;
    private final DataInputStream in;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    static RawSocket open(String token) throws IOException {
        RawSocket opened = new RawSocket(new Socket("localhost", Steering.port()));
        opened.socket
                .getOutputStream()
                .write(("GET /graphql HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Protocol: graphql-transport-ws\r\nAuthorization: Bearer " + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) opened.in.readUnsignedByte());
        }
        assertThat(head.toString()).startsWith("HTTP/1.1 101 ");
        return opened;
    }

    void send(String text) throws IOException {
        write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void close(int code) throws IOException {
        write(CLOSE, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    /** Clients mask what they send; a mask of zeros changes nothing. */
    private void write(int opcode, byte[] payload) throws IOException {
        assertThat(payload.length).isLessThan(LONGER);
        socket.getOutputStream()
                .write(ByteBuffer.allocate(6 + payload.length)
                        .put((byte) opcode)
                        .put((byte) (MASKED | payload.length))
                        .putInt(0)
                        .put(payload)
                        .array());
    }

    /** The code of the close frame that comes, after whatever is sent before. */
    int closeCode() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            byte[] payload = in.readNBytes(length == LONGER ? in.readUnsignedShort() : length);
            if (opcode == CLOSE) {
                return ByteBuffer.wrap(payload).getShort();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
