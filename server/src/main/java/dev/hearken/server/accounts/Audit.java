package dev.hearken.server.accounts;

import dev.hearken.store.accounts.AuditEntry;
import dev.hearken.store.accounts.AuditLog;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.database.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Writes down what was changed, by whom and from where, and who was not let in. Questions to models are not changes: the prediction log has
 * them. Of a request only its path is kept, never what was asked or sent.
 */
@Component
final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final String CALLER = Audit.class.getName() + ".caller";
    private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

    private final AuditLog log;
    private final Clock clock;

    Audit(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Whose request it is. */
    void remember(HttpServletRequest request, Caller caller) {
        request.setAttribute(CALLER, caller.described());
    }

    /** It was answered. */
    void done(HttpServletRequest request, HttpServletResponse response, Door door) {
        boolean asking = door.need().equals(Optional.of(Scope.PREDICT));
        if (!LOOKING.contains(request.getMethod()) && !asking) {
            write(request, response, door);
        }
    }

    /** It was not let in. Who asks too much would fill the disk with that, and the tries before it are here. */
    void refused(HttpServletRequest request, HttpServletResponse response, Door door) {
        if (response.getStatus() != HttpStatus.TOO_MANY_REQUESTS.value()) {
            write(request, response, door);
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Door door) {
        String caller = request.getAttribute(CALLER) instanceof String known ? known : "stranger";
        AuditEntry entry = new AuditEntry(
                clock.instant(),
                caller,
                request.getRemoteAddr(),
                request.getMethod() + " " + door.address(),
                request.getRequestURI(),
                response.getStatus());
        try {
            log.append(entry);
        } catch (StoreException unwritable) {
            LOG.atError()
                    .addKeyValue("code", unwritable.code())
                    .addKeyValue("entry", entry)
                    .log("audit entry not kept");
        }
    }
}
