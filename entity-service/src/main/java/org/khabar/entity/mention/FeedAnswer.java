package org.khabar.entity.mention;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a batch of the feed as far as its bounds allow. What was complete when an answer grew too large, broke off or
 * took too long counts: the next request asks for the rest, so every answer brings the follower forward.
 */
final class FeedAnswer implements BodySubscriber<List<RawEvent>> {

    private final long mostBytes;
    private final int mostEvents;
    private final EventSplitter splitter;
    private final CompletableFuture<List<RawEvent>> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    FeedAnswer(long mostBytes, int mostBytesOfEvent, int mostEvents) {
        this.mostBytes = mostBytes;
        this.mostEvents = mostEvents;
        this.splitter = new EventSplitter(mostBytesOfEvent);
    }

    @Override
    public CompletionStage<List<RawEvent>> getBody() {
        return body;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription started) {
        subscription = started;
        started.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        if (body.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                splitter.accept(buffer);
            }
        } catch (IOException notABatch) {
            fail(notABatch);
            return;
        }
        if (splitter.kept() >= mostBytes || splitter.events().size() >= mostEvents) {
            stop();
        }
    }

    @Override
    public synchronized void onComplete() {
        try {
            splitter.end();
            body.complete(splitter.events());
        } catch (IOException brokenOff) {
            fail(brokenOff);
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        fail(failure);
    }

    /** The events that are complete so far; the answer is read no further. */
    synchronized List<RawEvent> stop() {
        Flow.Subscription running = subscription;
        if (running != null) {
            running.cancel();
        }
        body.complete(splitter.events());
        return splitter.events();
    }

    private void fail(Throwable failure) {
        if (splitter.events().isEmpty()) {
            body.completeExceptionally(failure);
        }
        stop();
    }
}
