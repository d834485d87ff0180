package org.khabar.gateway.http;

/** Is told how requests ended. Must not block. */
public interface RequestObserver {

    /**
     * A request was answered.
     *
     * @param outcome {@code OK}, {@code PARTIAL} for an answer with data and errors or errors alone from running the
     *     operation, else the code of what kept the operation from running
     */
    void answered(String outcome);
}
