package org.khabar.entity.catalogue;

import java.util.UUID;

/**
 * A name that fits what was typed.
 *
 * @param entity whose name it is
 * @param name as it is written
 * @param language BCP 47 tag of the name
 */
record NameMatch(UUID entity, String name, String language) {}
