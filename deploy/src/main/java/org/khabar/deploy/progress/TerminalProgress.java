package org.khabar.deploy.progress;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar at the bottom of a terminal that says what is being done and since when; finished steps scroll above it. */
public final class TerminalProgress implements Progress {
    private static final String ERASE_LINE = "\r\u001B[2K";
    private static final int UPDATE_MILLIS = 150;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final ProgressBar bar;

    /** @param steps how many steps will be done */
    public TerminalProgress(PrintStream out, String task, int steps) {
        this.out = out;
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                .continuousUpdate()
                .hideEta()
                .clearDisplayOnFinish()
                .startsFrom(0, Duration.ZERO)
                .build();
    }

    @Override
    public void doing(String subject, String action) {
        bar.setExtraMessage(" " + subject + ": " + action);
    }

    @Override
    public void done(String subject, String outcome) {
        say(subject + ": " + outcome);
        step();
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void say(String line) {
        out.print(ERASE_LINE + line + System.lineSeparator());
        bar.refresh();
    }

    @Override
    public void close() {
        bar.close();
    }
}
