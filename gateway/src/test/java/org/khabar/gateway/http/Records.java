package org.khabar.gateway.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** What was logged. */
final class Records extends Handler {
    private final List<LogRecord> taken = new CopyOnWriteArrayList<>();

    List<LogRecord> taken() {
        return taken;
    }

    /** The messages, their arguments in place. */
    String text() {
        return String.join(
                "\n",
                taken.stream()
                        .map(record -> record instanceof ExtLogRecord known
                                ? known.getFormattedMessage()
                                : record.getMessage())
                        .toList());
    }

    /** Which request a record is about; empty when none. */
    static String requestId(LogRecord record) {
        String id = record instanceof ExtLogRecord known ? known.getMdc("requestId") : null;
        return id == null ? "" : id;
    }

    /** What is known of the thread is only known now. */
    @Override
    public void publish(LogRecord record) {
        if (record instanceof ExtLogRecord known) {
            known.copyAll();
        }
        taken.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
