/**
 * article-service: owns articles, their revisions and outlets, imports pages and publishes the change feed.
 *
 * <p>Packages are by feature: {@code article}, {@code outlet}, {@code subject}, {@code entities}, {@code importing},
 * {@code feed}. Two small packages hold what every feature answers with: {@code failure} (error codes) and {@code paging} (connections).
 */
@NullMarked
package org.khabar.article;

import org.jspecify.annotations.NullMarked;
