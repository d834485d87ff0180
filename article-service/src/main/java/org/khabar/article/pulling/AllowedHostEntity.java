package org.khabar.article.pulling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "allowed_host")
class AllowedHostEntity {

    @Id
    @Column
    String host;

    @Column(name = "allowed_by", nullable = false)
    String allowedBy;

    @Column(name = "allowed_at", nullable = false)
    Instant allowedAt;
}
