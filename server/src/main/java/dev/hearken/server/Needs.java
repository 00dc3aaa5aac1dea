package dev.hearken.server;

import dev.hearken.store.accounts.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a caller must be allowed to do. Where it does not stand, looking needs {@link Scope#READ} and everything else {@link Scope#TRAIN}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {
    /** This; on a method it goes over what stands on its class. */
    Scope value();
}
