package org.khabar.article.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a query apart. A quotation that is not closed reaches to the end. */
final class QueryTokens {

    private static final Set<String> OR = Set.of("OR", "OU", "|", "||", "أو");
    private static final String OPENING = "\"“”„«»";
    private static final String CLOSING = "\"“”»«";

    private final String query;
    private final List<QueryToken> tokens = new ArrayList<>();
    private int at;

    private QueryTokens(String query) {
        this.query = query;
    }

    static List<QueryToken> of(String query) {
        QueryTokens reader = new QueryTokens(query);
        while (reader.at < query.length()) {
            reader.readOne();
        }
        return reader.tokens;
    }

    private void readOne() {
        char first = query.charAt(at);
        if (isSpace(first)) {
            at++;
            return;
        }
        boolean negative = isMinus(first) && at + 1 < query.length() && !isSpace(query.charAt(at + 1));
        if (negative) {
            at++;
            first = query.charAt(at);
        }
        if (first == '(') {
            at++;
            tokens.add(new QueryToken.Open(negative));
        } else if (first == ')') {
            at++;
            tokens.add(new QueryToken.Close());
        } else if (OPENING.indexOf(first) >= 0) {
            readQuoted(negative);
        } else {
            readChunk(negative);
        }
    }

    private void readQuoted(boolean negative) {
        int start = at + 1;
        int end = start;
        while (end < query.length() && CLOSING.indexOf(query.charAt(end)) < 0) {
            end++;
        }
        tokens.add(new QueryToken.Text(query.substring(start, end), start, true, negative));
        at = Math.min(query.length(), end + 1);
    }

    private void readChunk(boolean negative) {
        int start = at;
        while (at < query.length() && !endsChunk(query.charAt(at))) {
            at++;
        }
        if (at == start) {
            at++;
        }
        String chunk = query.substring(start, at);
        boolean or = !negative && OR.contains(chunk);
        tokens.add(or ? new QueryToken.Or() : new QueryToken.Text(chunk, start, false, negative));
    }

    private static boolean endsChunk(char sign) {
        return isSpace(sign) || sign == '(' || sign == ')' || OPENING.indexOf(sign) >= 0;
    }

    private static boolean isMinus(char sign) {
        return sign == '-' || sign == '−' || sign == '–';
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
