package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.json.JsonWriter;

/** The bytes of a request's answers, which leaf values are slices of. */
final class Answers {
    private final List<byte[]> answers = new ArrayList<>();
    private int walks;

    /** Keeps an answer; its number is from 1. */
    int add(byte[] answer) {
        if (answers.size() == Slices.MAX_ANSWERS || answer.length > Slices.MAX_ANSWER_BYTES) {
            throw new IllegalArgumentException("More answers, or larger ones, than one request can hold");
        }
        answers.add(answer);
        return answers.size();
    }

    void write(long slice, JsonWriter to) {
        to.raw(answers.get(Slices.answer(slice) - 1), Slices.start(slice), Slices.length(slice));
    }

    /** The slice's bytes, to be looked into. */
    JsonScanner scan(long slice, int maxDepth) {
        int start = Slices.start(slice);
        return new JsonScanner(answers.get(Slices.answer(slice) - 1), start, start + Slices.length(slice), maxDepth);
    }

    /** A number for a walk over the tree. */
    int nextWalk() {
        return ++walks;
    }
}
