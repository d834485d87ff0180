package org.khabar.gateway.live;

import io.netty.buffer.ByteBuf;

/**
 * Finds the heads of frames in the bytes that come in over a WebSocket, in whatever pieces they come, and copies nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, section 5.2</a>
 */
final class FrameHeads {
    private static final int LONGEST = 14;
    private static final int MASK_BYTES = 4;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final byte[] head = new byte[LONGEST];
    private int known;
    private long left;

    /** Is told of frames. */
    interface Listener {

        /**
         * A frame has begun.
         *
         * @param opcode what it is
         * @param isFinal whether its message ends with it
         * @param length how many bytes its payload has; negative when it says that it has more than there can be
         * @return whether to go on
         */
        boolean frame(int opcode, boolean isFinal, long length);
    }

    /** Reads on; false when the listener wants no more. */
    boolean read(ByteBuf bytes, Listener listener) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (left > 0) {
                long skipped = Math.min(left, bytes.writerIndex() - at);
                left -= skipped;
                at += (int) skipped;
            } else {
                head[known++] = bytes.getByte(at++);
                if (isComplete() && !begin(listener)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many bytes of the payload of the last frame have not come yet. */
    long left() {
        return left;
    }

    private boolean isComplete() {
        if (known < 2) {
            return false;
        }
        int mask = (head[1] & 0x80) == 0 ? 0 : MASK_BYTES;
        return known == 2 + lengthBytes() + mask;
    }

    private int lengthBytes() {
        return switch (head[1] & 0x7F) {
            case TWO_BYTES -> 2;
            case EIGHT_BYTES -> 8;
            default -> 0;
        };
    }

    private boolean begin(Listener listener) {
        known = 0;
        left = length();
        return listener.frame(head[0] & 0x0F, (head[0] & 0x80) != 0, left);
    }

    private long length() {
        int more = lengthBytes();
        if (more == 0) {
            return head[1] & 0x7F;
        }
        long length = 0;
        for (int i = 2; i < 2 + more; i++) {
            length = (length << 8) | (head[i] & 0xFF);
        }
        return length;
    }
}
