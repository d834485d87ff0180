/**
 * How entities stand to each other: citizens and members, offices with their time, what lies in or is part of what. Knows the
 * catalogue's entities; who sets relations is not its business.
 */
@NullMarked
package org.khabar.entity.relation;

import org.jspecify.annotations.NullMarked;
