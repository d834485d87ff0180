package org.khabar.article.outlet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An outlet's row. */
@Entity
@Table(name = "outlet")
class OutletEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
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

    @Column(name = "home_page")
    @Nullable
    String homePage;

    @Nullable
    String logo;

    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    List<OutletFeed> feeds;

    @Version
    @Column(nullable = false)
    int version = 1;

    /** Takes over all that a checked description says. */
    void apply(OutletDescription description) {
        country = description.country();
        timeZone = description.zone().getId();
        languages = description.languages();
        names = description.names();
        variants = description.variants();
        hosts = description.hosts();
        homePage = description.homePage();
        logo = description.logo();
        feeds = description.feeds();
    }

    Outlet toOutlet() {
        return new Outlet(
                id,
                code,
                country,
                ZoneId.of(timeZone),
                languages,
                names,
                variants,
                hosts,
                homePage,
                logo,
                feeds,
                version);
    }
}
