package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.json.JsonWriter;

/** The bytes of a request's answers, which leaf values are slices of. */
final class Answers {
    private final List<byte[]> answers = new ArrayList<>();
    private long size;
    private int walks;

    /** Keeps an answer; its number is from 1. */
    int add(byte[] answer) {
        if (answers.size() == Slices.MAX_ANSWERS || answer.length > Slices.MAX_ANSWER_BYTES) {
            throw new IllegalArgumentException("More answers, or larger ones, than one request can hold");
        }
        answers.add(answer);
        size += answer.length;
        return answers.size();
    }

    /** How many bytes there are. */
    long size() {
        return size;
    }

    void write(long slice, JsonWriter to) {
        to.raw(bytes(slice), Slices.start(slice), Slices.length(slice));
    }

    /** The answer that the slice is of. */
    byte[] bytes(long slice) {
        return answers.get(Slices.answer(slice) - 1);
    }

    /** The slice's bytes, to be looked into. */
    JsonScanner scan(long slice, int maxDepth) {
        int start = Slices.start(slice);
        return new JsonScanner(bytes(slice), start, start + Slices.length(slice), maxDepth);
    }

    /** A number for a walk over the tree. */
    int nextWalk() {
        return ++walks;
    }
}
