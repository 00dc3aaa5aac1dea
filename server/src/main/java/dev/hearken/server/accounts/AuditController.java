package dev.hearken.server.accounts;

import dev.hearken.server.Needs;
import dev.hearken.store.accounts.AuditEntry;
import dev.hearken.store.accounts.AuditLog;
import dev.hearken.store.accounts.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what to what, when, from where. */
@RestController
@Needs(Scope.ADMIN)
@Tag(name = "accounts")
class AuditController {
    private static final int MOST = 1_000;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    /** Something somebody did, or tried to. */
    @Schema(name = "AuditEntry")
    record AuditView(
            Instant at,
            @Schema(example = "user ann") String caller,
            @Schema(example = "127.0.0.1") String address,

            @Schema(example = "DELETE /api/v1/projects/{project}")
            String action,

            @Schema(example = "/api/v1/projects/doorbell") String target,

            @Schema(example = "204", description = "What came of it.")
            int status) {
        static AuditView of(AuditEntry entry) {
            return new AuditView(
                    entry.at(), entry.caller(), entry.address(), entry.action(), entry.target(), entry.status());
        }
    }

    /** Some of it, newest first. */
    @Schema(name = "Audit")
    record AuditPage(long total, int offset, List<AuditView> entries) {}

    @GetMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Who did what to what, newest first", description = """
        Every change, and everybody who was not let in. Paths are kept, what was asked or sent is not; questions to models are in
        the history of predictions.\
        """)
    AuditPage audit(@RequestParam(defaultValue = "100") int limit, @RequestParam(defaultValue = "0") int offset) {
        int from = Math.max(0, offset);
        return new AuditPage(
                log.count(),
                from,
                log.latest(Math.max(1, Math.min(MOST, limit)), from).stream()
                        .map(AuditView::of)
                        .toList());
    }
}
