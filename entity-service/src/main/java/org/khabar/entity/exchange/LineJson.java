package org.khabar.entity.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.khabar.entity.editing.InputTexts;
import org.khabar.entity.failure.RequestFailure;

/** Reads bytes that anybody may have written as one JSON value in UTF-8. */
final class LineJson {

    private final int maxDepth;
    private final JsonMapper mapper;

    /** @param maxDepth how deep objects and lists may be nested */
    LineJson(int maxDepth) {
        this.maxDepth = maxDepth;
        this.mapper = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(maxDepth)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** @throws RequestFailure when they are none */
    JsonNode read(byte[] line) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw RequestFailure.badInput("The line is not UTF-8.");
        }
        try {
            return mapper.readTree(text);
        } catch (StreamConstraintsException beyond) {
            throw RequestFailure.limitExceeded(
                    "The line is nested deeper than %d, or has a number or name that is too long.".formatted(maxDepth));
        } catch (JsonProcessingException malformed) {
            throw RequestFailure.badInput(
                    "The line is no JSON, at column %d: %s".formatted(column(malformed), reason(malformed)));
        }
    }

    private static int column(JsonProcessingException malformed) {
        return malformed.getLocation() == null ? 1 : malformed.getLocation().getColumnNr();
    }

    private static String reason(JsonProcessingException malformed) {
        String line = Optional.ofNullable(malformed.getOriginalMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("");
        return InputTexts.shortened(line.replaceAll("\\p{Cntrl}", "\uFFFD"));
    }
}
