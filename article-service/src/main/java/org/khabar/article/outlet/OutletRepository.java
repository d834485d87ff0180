package org.khabar.article.outlet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
class OutletRepository implements PanacheRepositoryBase<OutletEntity, UUID> {

    private final DataSource dataSource;

    OutletRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A host, and the code of the outlet that it is of. */
    record HostOwner(String host, String code) {}

    Optional<OutletEntity> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /**
     * All outlets, by code, as they are in the database: a transaction that has read them before would otherwise be given
     * what it read then.
     */
    List<Outlet> listOutlets() {
        List<OutletEntity> rows = list("order by code");
        List<Outlet> outlets = rows.stream().map(OutletEntity::toOutlet).toList();
        rows.forEach(getEntityManager()::detach);
        return outlets;
    }

    /**
     * The version of the registry, which every change of an outlet raises. By plain JDBC: it is looked up in whatever
     * transaction is under way, and a query of Hibernate's would first write what that has changed.
     */
    long version() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet version = statement.executeQuery("select version from outlet_registry")) {
            version.next();
            return version.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException("the version of the outlet registry cannot be read", failed);
        }
    }

    /** Makes others who write outlets wait until the transaction ends. */
    void lock() {
        getEntityManager()
                .createNativeQuery("select version from outlet_registry for update", Long.class)
                .getSingleResult();
    }

    /** Another outlet that has one of these hosts. */
    Optional<HostOwner> findOwnerOfHost(List<String> hosts, UUID but) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select host, code from outlet, unnest(hosts) as host
                        where id <> :but and host = any(cast(:hosts as text[])) limit 1
                        """, Object[].class)
                .setParameter("but", but)
                .setParameter("hosts", hosts.toArray(String[]::new))
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            Object[] columns = (Object[]) row;
            return new HostOwner(String.valueOf(columns[0]), String.valueOf(columns[1]));
        });
    }
}
