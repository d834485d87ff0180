package org.khabar.entity.mention;

import java.util.UUID;

/** A place in the order of a connection: what it is ordered by, and the id that decides between equals. */
sealed interface ConnectionPosition permits SaliencePosition, PublicationPosition {

    /** What the connection is ordered by, as the database compares it. */
    Object order();

    UUID id();
}
