/**
 * Khabar's own services as parts: packaged Quarkus applications, configured by their environment; and the whole stack put
 * together.
 */
@NullMarked
package org.khabar.deploy.service;

import org.jspecify.annotations.NullMarked;
