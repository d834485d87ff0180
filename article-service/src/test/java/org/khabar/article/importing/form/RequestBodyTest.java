package org.khabar.article.importing.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

/** Packed bodies are read like plain ones, and those that are made to burst are not. */
class RequestBodyTest {

    private static final int RATIO = 200;

    @Test
    void packedBodyIsRead() throws IOException {
        byte[] text = "{\"headline\": \"خبر\"}\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        assertThat(open(packed(text), "gzip").readAllBytes()).isEqualTo(text);
        assertThat(open(packed(text), "X-GZIP").readAllBytes()).isEqualTo(text);
        assertThat(open(text, null).readAllBytes()).isEqualTo(text);
    }

    @Test
    void largePackedBodyOfOrdinaryTextIsRead() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < noise.length; i += 3) {
            noise[i] = ' ';
        }
        assertThat(open(packed(noise), "gzip").readAllBytes()).hasSameSizeAs(noise);
    }

    @Test
    void bombIsRefused() throws IOException {
        byte[] bomb = packed(new byte[64 << 20]);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> open(bomb, "gzip").readAllBytes())
                .isInstanceOfSatisfying(RequestFailure.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED);
                    assertThat(refused.getMessage()).contains("200");
                });
    }

    @Test
    void damagedAndOtherPackingIsRefused() throws IOException {
        byte[] half = packed("نص طويل بعض الشيء".repeat(50).getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(half, half.length / 2);
        assertThatThrownBy(() -> open(cut, "gzip").readAllBytes()).hasMessageContaining("damaged");
        assertThatThrownBy(() -> open("لا شيء".getBytes(StandardCharsets.UTF_8), "gzip"))
                .hasMessageContaining("no gzip");
        assertThatThrownBy(() -> open(half, "br")).hasMessageContaining("encoding");
    }

    private static InputStream open(byte[] bytes, @Nullable String encoding) throws IOException {
        return RequestBody.open(new ByteArrayInputStream(bytes), encoding, RATIO);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
