/**
 * PostgreSQL as a part: embedded binaries, one cluster, a database and a role for each owner.
 */
@NullMarked
package org.khabar.deploy.postgres;

import org.jspecify.annotations.NullMarked;
