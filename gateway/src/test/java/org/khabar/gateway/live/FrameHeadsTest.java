package org.khabar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Heads of frames in whatever pieces they come. */
class FrameHeadsTest {
    private static final int[] LENGTHS = {0, 1, 125, 126, 127, 300, 65_535, 65_536, 70_000};

    private final List<String> heads = new ArrayList<>();

    private boolean note(int opcode, boolean isFinal, long length) {
        return heads.add(opcode + (isFinal ? " final " : " ") + length);
    }

    /** Payloads look like heads. */
    private static void write(ByteBuf to, int opcode, boolean isFinal, boolean isMasked, int length) {
        to.writeByte(isFinal ? 0x80 | opcode : opcode);
        int mask = isMasked ? 0x80 : 0;
        if (length < 126) {
            to.writeByte(mask | length);
        } else if (length < 65_536) {
            to.writeByte(mask | 126).writeShort(length);
        } else {
            to.writeByte(mask | 127).writeLong(length);
        }
        if (isMasked) {
            to.writeInt(0x81FE_FFFF);
        }
        for (int i = 0; i < length; i++) {
            to.writeByte(0xFF);
        }
    }

    @Property(tries = 200)
    void areFoundHoweverTheyAreDivided(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int frames) {
        Random random = new Random(seed);
        ByteBuf bytes = Unpooled.buffer();
        List<String> written = new ArrayList<>();
        heads.clear();
        for (int i = 0; i < frames; i++) {
            int length = LENGTHS[random.nextInt(LENGTHS.length)];
            int opcode = random.nextInt(16);
            boolean isFinal = random.nextBoolean();
            written.add(opcode + (isFinal ? " final " : " ") + length);
            write(bytes, opcode, isFinal, random.nextBoolean(), length);
        }
        FrameHeads reader = new FrameHeads();
        while (bytes.isReadable()) {
            int piece = Math.min(bytes.readableBytes(), random.nextBoolean() ? 1 + random.nextInt(9) : 50_000);
            ByteBuf part = bytes.readSlice(piece);
            assertThat(reader.read(part, this::note)).isTrue();
            assertThat(part.readableBytes()).isEqualTo(piece);
        }
        assertThat(heads).isEqualTo(written);
        assertThat(reader.left()).isZero();
    }

    @Test
    void aLengthBeyondAllLengthsIsNegative() {
        FrameHeads reader = new FrameHeads();
        ByteBuf bytes =
                Unpooled.buffer().writeByte(0x81).writeByte(0xFF).writeLong(-1).writeInt(0);
        assertThat(reader.read(bytes, this::note)).isTrue();
        assertThat(heads).containsExactly("1 final -1");
    }

    @Test
    void whoWantsNoMoreIsToldNothingMore() {
        ByteBuf bytes = Unpooled.buffer();
        write(bytes, 1, true, true, 3);
        write(bytes, 2, true, true, 3);
        assertThat(new FrameHeads().read(bytes, (opcode, isFinal, length) -> !note(opcode, isFinal, length)))
                .isFalse();
        assertThat(heads).containsExactly("1 final 3");
    }
}
