package org.khabar.article.outlet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;

/**
 * Looks outlets up. The registry is small and read for every article, so it is held in memory; after a configured time its
 * version is looked up, and it is read again when that is another.
 */
@ApplicationScoped
public class OutletRegistry {

    private final OutletRepository repository;
    private final OutletConfig config;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;

    private record Snapshot(OutletIndex index, long version, long checkedAtNanos) {}

    OutletRegistry(OutletRepository repository, OutletConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** All outlets, by code. */
    public List<Outlet> listAll() {
        return index().all();
    }

    public Optional<Outlet> findByCode(String code) {
        return index().findByCode(code);
    }

    /** The outlet with an id as clients write it. */
    public Optional<Outlet> findById(String id) {
        return parseId(id).flatMap(known -> index().findById(known));
    }

    static Optional<UUID> parseId(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(parsed -> parsed.toString().equals(id));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    /** @throws RequestFailure when there is no such outlet */
    public Outlet getByCode(String code) {
        return findByCode(code)
                .orElseThrow(() -> RequestFailure.badInput("There is no outlet with the code \"%s\"."
                        .formatted(code.length() > 60 ? code.substring(0, 60) : code)));
    }

    /** @throws IllegalStateException when there is no such outlet: articles refer to none that does not exist */
    public Outlet getById(UUID id) {
        return index().findById(id)
                .or(() -> indexOfNow().findById(id))
                .orElseThrow(() -> new IllegalStateException("no outlet " + id));
    }

    /** The current outlets, for recognising names and hosts. */
    public OutletIndex index() {
        Snapshot current = snapshot;
        return current != null && isFresh(current) ? current.index() : readAgain();
    }

    private boolean isFresh(Snapshot current) {
        return System.nanoTime() - current.checkedAtNanos()
                < config.refreshAfter().toNanos();
    }

    /** An article may be of an outlet that another replica has added a moment ago. */
    private OutletIndex indexOfNow() {
        refresh();
        return index();
    }

    /** Sees at once what was written here. Waits for a reader, who may have read what was before. */
    void refresh() {
        reading.lock();
        try {
            snapshot = null;
        } finally {
            reading.unlock();
        }
    }

    /** Nobody waits who can do with what is here: the reader may be waiting for a connection that he holds. */
    private OutletIndex readAgain() {
        Snapshot stale = snapshot;
        if (!reading.tryLock()) {
            if (stale != null) {
                return stale.index();
            }
            reading.lock();
        }
        try {
            Snapshot current = snapshot;
            if (current != null && isFresh(current)) {
                return current.index();
            }
            Snapshot read = QuarkusTransaction.joiningExisting().call(() -> read(current));
            snapshot = read;
            return read.index();
        } finally {
            reading.unlock();
        }
    }

    /** The version comes first: outlets that are newer than it says are only read once more. */
    private Snapshot read(@Nullable Snapshot before) {
        long now = System.nanoTime();
        long version = repository.version();
        if (before != null && before.version() == version) {
            return new Snapshot(before.index(), version, now);
        }
        return new Snapshot(new OutletIndex(repository.listOutlets()), version, now);
    }
}
