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
 * Looks outlets up. The registry is small and read for every article, so it is held in memory and read again from the
 * database after a configured time.
 */
@ApplicationScoped
public class OutletRegistry {

    private final OutletRepository repository;
    private final OutletConfig config;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;

    private record Snapshot(OutletIndex index, long readAtNanos) {}

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

    /** @throws RequestFailure when there is no such outlet */
    public Outlet getByCode(String code) {
        return findByCode(code)
                .orElseThrow(() -> RequestFailure.badInput("There is no outlet with the code \"%s\"."
                        .formatted(code.length() > 60 ? code.substring(0, 60) : code)));
    }

    /** @throws IllegalStateException when there is no such outlet: articles refer to none that does not exist */
    public Outlet getById(UUID id) {
        return index().findById(id).orElseThrow(() -> new IllegalStateException("no outlet " + id));
    }

    /** The current outlets, for recognising names and hosts. */
    public OutletIndex index() {
        Snapshot current = snapshot;
        return current != null && isFresh(current) ? current.index() : readAgain();
    }

    private boolean isFresh(Snapshot current) {
        return System.nanoTime() - current.readAtNanos() < config.refreshAfter().toNanos();
    }

    private OutletIndex readAgain() {
        reading.lock();
        try {
            Snapshot current = snapshot;
            if (current != null && isFresh(current)) {
                return current.index();
            }
            List<Outlet> outlets = QuarkusTransaction.joiningExisting()
                    .call(() -> repository.list("order by code").stream()
                            .map(OutletEntity::toOutlet)
                            .toList());
            Snapshot read = new Snapshot(new OutletIndex(outlets), System.nanoTime());
            snapshot = read;
            return read.index();
        } finally {
            reading.unlock();
        }
    }
}
