package org.khabar.article.importing.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.FormContext;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormParser;

/** One article as a JSON object: ninjs, or Khabar's own form. */
@ApplicationScoped
public class JsonForm implements FormParser {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** What stands for bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    /** Forms of articles nest five deep; providers' additions some more. */
    private static final int MAX_DEPTH = 64;

    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_NAME_LENGTH = 1000;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .readerFor(JsonNode.class);

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/json");
    }

    @Override
    public List<FormItem> parse(byte[] bytes, FormContext context) throws UnreadablePage {
        JsonMembers item = JsonMembers.of(tree(text(bytes)));
        return List.of(NinjsForm.isNinjs(item) ? NinjsForm.read(item, context) : OwnForm.read(item, context));
    }

    private static JsonNode tree(String json) throws UnreadablePage {
        try {
            return JSON.readTree(json);
        } catch (StreamConstraintsException beyond) {
            throw new UnreadablePage(
                    Reason.MALFORMED,
                    "The JSON is nested deeper than %d, or has a number or a name of absurd length."
                            .formatted(MAX_DEPTH),
                    null);
        } catch (JsonProcessingException malformed) {
            throw new UnreadablePage(
                    Reason.MALFORMED, "This is no JSON: " + reason(malformed) + where(malformed) + ".", null);
        }
    }

    /** What the parser says, without what it shows of its own code and of the document. */
    private static String reason(JsonProcessingException malformed) {
        String message = String.valueOf(malformed.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("");
        return JsonMembers.shown(message.replaceAll("[\\p{Cntrl}]", " ").strip());
    }

    private static String where(JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** A text with a replacement character may have had it before; the decoder that knows takes longer. */
    private static String text(byte[] bytes) throws UnreadablePage {
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        String text = decoded.indexOf(REPLACEMENT) < 0 ? decoded : checked(bytes);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String checked(byte[] bytes) throws UnreadablePage {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new UnreadablePage(Reason.NOT_UTF_8, "The JSON is not UTF-8.", null);
        }
    }
}
