package org.khabar.entity.graphql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resolver that does next to nothing, as what it needs is read for all objects of its level by the first of them: it
 * runs on the virtual thread that it is asked for on, if that is one, and not on one of its own.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnSameThread {}
