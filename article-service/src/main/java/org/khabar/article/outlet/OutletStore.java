package org.khabar.article.outlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

/**
 * Writes outlets. Writers follow each other by the lock on the registry's version, so that what was checked still holds
 * when it is written.
 */
@ApplicationScoped
class OutletStore {

    private final OutletRepository outlets;

    OutletStore(OutletRepository outlets) {
        this.outlets = outlets;
    }

    /** @throws RequestFailure CONFLICT when the code or a host is another outlet's */
    @Transactional
    Outlet create(String code, OutletDescription description) {
        outlets.lock();
        if (outlets.findByCode(code).isPresent()) {
            throw conflict("There is an outlet with the code \"%s\" already.".formatted(code));
        }
        OutletEntity outlet = new OutletEntity();
        outlet.code = code;
        return write(outlet, description);
    }

    /** @throws RequestFailure NOT_FOUND, or CONFLICT when another version is stored or a host is another outlet's */
    @Transactional
    Outlet revise(UUID id, int version, OutletDescription description) {
        outlets.lock();
        OutletEntity outlet = outlets.findByIdOptional(id)
                .orElseThrow(() -> RequestFailure.notFound("There is no outlet with this id."));
        if (outlet.version != version) {
            throw conflict("The outlet has version %d, not %d; read it again.".formatted(outlet.version, version));
        }
        return write(outlet, description);
    }

    private Outlet write(OutletEntity outlet, OutletDescription description) {
        outlets.findOwnerOfHost(description.hosts(), outlet.id == null ? new UUID(0, 0) : outlet.id)
                .ifPresent(taken -> {
                    throw conflict("The host %s is the outlet %s's.".formatted(taken.host(), taken.code()));
                });
        outlet.apply(description);
        outlets.persistAndFlush(outlet);
        return outlet.toOutlet();
    }

    private static RequestFailure conflict(String message) {
        return new RequestFailure(ErrorCode.CONFLICT, 409, message, null);
    }
}
