import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events of the article feed with articles that nobody wrote, each a function of its number: some 300 words in Arabic about a
 * few people, organisations and places of the catalogue, who come back in the text as they do in the news, and some more often
 * than others. The sentences with names are those of ../own/sentences.mjs; every second has none.
 */
final class GeneratedFeed {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path CATALOGUE = Path.of("entity-service/src/main/resources/catalogue");
    private static final Path SENTENCES = Path.of("deploy/bench/own/sentences.mjs");
    private static final Pattern GAP = Pattern.compile("\\{([pocn])}");
    private static final int PARAGRAPHS = 8;
    private static final int SENTENCES_A_PARAGRAPH = 3;
    private static final int OF_A_KIND = 3;
    private static final long FIRST = Instant.parse("2020-01-01T06:00:00Z").getEpochSecond();
    private static final int SECONDS_APART = 600;
    private static final String[] OUTLETS = {"hespress", "aljazeera", "elkhabar", "echorouk", "alyaoum24", "akhbarona"};
    private static final List<String> WITHOUT_NAMES = List.of(
            "وأوضح المصدر ذاته أن الاجتماع خصص لمناقشة الصعوبات التي يواجهها القطاع منذ بداية السنة.",
            "ودعا المشاركون إلى تسريع وتيرة الإصلاحات وإشراك مختلف الفاعلين في إعداد البرامج المقبلة.",
            "ويرتقب أن تعلن النتائج النهائية في غضون الأسبوعين المقبلين بعد استكمال المعطيات.",
            "وبلغت نسبة الإنجاز {n} في المائة، وهي نسبة تفوق ما سجل خلال الفترة نفسها من العام الماضي.",
            "ويأتي هذا القرار في سياق ارتفاع الأسعار وتراجع القدرة الشرائية لفئات واسعة من المواطنين.",
            "وأضاف أن العمل متواصل لتوفير الشروط اللازمة وضمان سلامة جميع المتدخلين.",
            "واعتبر متتبعون أن الخطوة إيجابية لكنها تبقى غير كافية ما لم ترافق بتمويل مستدام.",
            "وتشير الأرقام الرسمية إلى تسجيل {n} ألف مستفيد خلال الأشهر الستة الأولى.",
            "ولم تصدر إلى حدود الساعة أي توضيحات من الجهات المعنية بخصوص أسباب التأخير.",
            "وختم البيان بالتأكيد على أهمية الحوار والتشاور بين كل الأطراف قبل اتخاذ أي قرار جديد.");

    private final Map<String, List<String>> names;
    private final List<String> headlines;
    private final List<String> openings;
    private final List<String> sentences;

    GeneratedFeed() throws IOException {
        List<String> places = new ArrayList<>(names("places"));
        places.addAll(names("territories"));
        this.names = Map.of("p", names("people"), "o", names("organizations"), "c", places);
        String source = Files.readString(SENTENCES);
        this.headlines = strings(source, "headlines");
        this.openings = strings(source, "openings");
        this.sentences = strings(source, "sentences");
    }

    private static List<String> names(String file) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(CATALOGUE.resolve(file + ".jsonl"))) {
            JsonNode name = line.isBlank() ? JSON.nullNode() : JSON.readTree(line).at("/names/ar");
            if (name.isTextual()) {
                names.add(name.asText());
            }
        }
        return names;
    }

    /** A list of plain strings in JavaScript. */
    private static List<String> strings(String source, String name) {
        Matcher list = Pattern.compile("export const " + name + " = \\[(.*?)\\n];", Pattern.DOTALL).matcher(source);
        if (!list.find()) {
            throw new IllegalStateException(SENTENCES + " has no list " + name);
        }
        return Pattern.compile("'([^']*)'").matcher(list.group(1)).results().map(found -> found.group(1)).toList();
    }

    /** The event with that id, the first being 1, in UTF-8. */
    byte[] event(int id) throws IOException {
        Random random = new Random(id * 2_654_435_761L);
        Map<String, List<String>> cast =
                Map.of("p", some("p", random), "o", some("o", random), "c", some("c", random));
        String article = new UUID(0x0195_0000_0000_7000L, 0x8000_0000_0000_0000L | id).toString();
        Instant published = Instant.ofEpochSecond(FIRST + (long) id * SECONDS_APART);
        ObjectNode data = JSON.createObjectNode()
                .put("id", article)
                .put("version", 1)
                .put("language", "ar")
                .put("outlet", OUTLETS[id % OUTLETS.length])
                .put("outletCountry", id % 3 == 0 ? "DZ" : "MA")
                .put("headline", filled(headlines, cast, random))
                .put("publishedAt", published.toString());
        ArrayNode blocks = data.putArray("blocks");
        for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
            blocks.addObject().put("kind", "PARAGRAPH").put("text", paragraph(paragraph == 0, cast, random));
        }
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", Integer.toString(id))
                .put("source", "/feed/articles")
                .put("type", "org.khabar.article.published.v1")
                .put("subject", article)
                .put("time", published.toString())
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> some(String kind, Random random) {
        List<String> all = names.get(kind);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < OF_A_KIND; i++) {
            some.add(all.get((int) (all.size() * Math.pow(random.nextDouble(), 3))));
        }
        return some;
    }

    private String paragraph(boolean first, Map<String, List<String>> cast, Random random) {
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < SENTENCES_A_PARAGRAPH; sentence++) {
            List<String> from = first && sentence == 0
                    ? openings
                    : random.nextBoolean() ? sentences : WITHOUT_NAMES;
            text.append(sentence == 0 ? "" : " ").append(filled(from, cast, random));
        }
        return text.toString();
    }

    private static String filled(List<String> templates, Map<String, List<String>> cast, Random random) {
        String template = templates.get(random.nextInt(templates.size()));
        return GAP.matcher(template).replaceAll(gap -> Matcher.quoteReplacement(filling(gap, cast, random)));
    }

    private static String filling(MatchResult gap, Map<String, List<String>> cast, Random random) {
        return gap.group(1).equals("n")
                ? Integer.toString(3 + random.nextInt(90))
                : cast.get(gap.group(1)).get(random.nextInt(OF_A_KIND));
    }
}
