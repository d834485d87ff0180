package org.khabar.gateway.execute;

import java.util.Map;

/** Is told how one request to a subgraph goes. Must not block. */
public interface FetchObserver {

    /** What is sent along with it, instead of the headers that all requests are to have. */
    Map<String, String> headers(Map<String, String> forwarded);

    /** It is not sent: the same one was under way already, and the answer to that is waited for. */
    void joined();

    /** It is sent a second time, for there was no answer. */
    void repeated();

    /**
     * It is over. Told once.
     *
     * @param outcome {@code OK}, {@code PARTIAL} when the answer has errors, {@code CANCELLED}, or the code that clients
     *     see
     * @param answerBytes what the answer has; 0 when there is none
     */
    void ended(String outcome, int answerBytes);
}
