package org.khabar.gateway.execute;

import org.khabar.gateway.json.JsonScanner;

/**
 * Where {@code data} and {@code errors} lie in an answer. The whole text is walked over once before any of it is used,
 * so that a broken answer leaves nothing behind.
 *
 * @param data offset of the value of {@code data}; negative when there is none
 * @param errors offset of the value of {@code errors}; negative when there is none
 */
record AnswerEnvelope(int data, int errors) {

    /**
     * Finds them.
     *
     * @throws org.khabar.gateway.json.JsonSyntaxException when it is no JSON object
     */
    static AnswerEnvelope of(byte[] answer, int maxDepth) {
        JsonScanner scanner = new JsonScanner(answer, maxDepth);
        int data = -1;
        int errors = -1;
        scanner.expect('{');
        while (!scanner.tryRead('}')) {
            int start = scanner.skipString();
            String key = scanner.text(start, scanner.position() - 1);
            scanner.expect(':');
            boolean isNull = scanner.peek() == 'n';
            data = key.equals("data") ? scanner.position() : data;
            errors = key.equals("errors") && !isNull ? scanner.position() : errors;
            scanner.skipValue();
            scanner.tryRead(',');
        }
        scanner.expectEnd();
        if (data < 0 && errors < 0) {
            throw scanner.unexpected("Neither data nor errors");
        }
        return new AnswerEnvelope(data, errors);
    }
}
