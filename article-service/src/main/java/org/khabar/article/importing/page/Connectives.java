package org.khabar.article.importing.page;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.text.Folding;

/** Tells by its first words whether a paragraph goes on with a text: nobody begins one with "وأضاف" or "He added". */
final class Connectives {

    /** "و" before a verb by its prefix (وأضاف، ويتوقع، وتابع) or ending (وشملت), not as the first letter of a noun. */
    private static final Pattern AND_VERB = Pattern.compile("^و(?!ال(?!ت))(?:[ايتن]\\p{L}{2,}|\\p{L}{2,5}(?<!ا)ت)$");

    private static final Set<String> OPENERS = Stream.of(
                    "وقال وقالت وقالوا وكان وكانت وكشف وكشفت وذكر وذكرت وأكد وأكدت وأوضح وأشار وأشارت ولفت ولفتت وصرح وشدد وشددت",
                    "وعبر وعبرت وعد واعتبر ورأى وختم وحذر وحذرت ودعا ودعت وطالب وطالبت ورفض ورفضت وعلق وعلى وعن وفي ومن ومع",
                    "ولم ولا ولن وقد ولقد وهو وهي وهم وهذا وهذه وبحسب وحسب وبعد وقبل وبلغ وبلغت ومنذ وخلال وجاء وجاءت وسبق وسجل",
                    "وبخصوص وبشأن وحول وعقب وعقد وشارك وشاركت وشهد وشهدت وسيتم وتم وبات وظل وكما وحين وحينها ورغم ولكن وثمة",
                    "كما لكن غير بدوره بدورها لذلك وفقا حيث إذ فيما بينما هكذا كذلك",
                    "he she they it but however meanwhile",
                    "il elle ils elles mais cependant toutefois")
            .flatMap(words -> Stream.of(words.split(" ")))
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    /** Folded, it is the same as "والي", a governor. */
    private static final String AND_TO = "وإلى ";

    private static final Set<String> PAIRS = Stream.of(
                    "من جهته|من جهتها|من جانبه|من جانبها|في المقابل|في السياق|في هذا|وفي هذا|على صعيد|في سياق|إلى ذلك",
                    "de son|par ailleurs|en outre|pour sa|selon lui|according to|in addition|for his|for its")
            .flatMap(pairs -> Stream.of(pairs.split("\\|")))
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    /** Nouns that begin as "و" and a verb do. */
    private static final Set<String> NOUNS =
            WordList.read("nouns-like-and-verb.txt").map(Folding::fold).collect(Collectors.toUnmodifiableSet());

    private Connectives() {}

    static boolean opens(PageLine line) {
        String[] words = line.key().split(" ", 3);
        boolean pair = words.length > 1 && PAIRS.contains(words[0] + " " + words[1]);
        return pair
                || line.text().startsWith(AND_TO)
                || OPENERS.contains(words[0])
                || (AND_VERB.matcher(words[0]).matches() && !NOUNS.contains(words[0]));
    }
}
