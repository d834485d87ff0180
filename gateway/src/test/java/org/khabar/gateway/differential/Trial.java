package org.khabar.gateway.differential;

/** An operation, and the weather that it is run in. */
record Trial(Operation operation, Weather weather) {}
