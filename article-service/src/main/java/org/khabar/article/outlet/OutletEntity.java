package org.khabar.article.outlet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "outlet")
class OutletEntity {

    @Id
    UUID id;

    @Column(nullable = false)
    String code;

    @Nullable
    String country;

    @Column(name = "time_zone", nullable = false)
    String timeZone;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> languages;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    List<LocalizedName> names;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> variants;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> hosts;

    Outlet toOutlet() {
        return new Outlet(id, code, country, ZoneId.of(timeZone), languages, names, variants, hosts);
    }
}
