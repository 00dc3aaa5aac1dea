package dev.hearken.server.monitoring;

import dev.hearken.store.database.Home;
import dev.hearken.store.monitoring.AlertRule;
import dev.hearken.store.monitoring.DiskSpace;
import dev.hearken.store.monitoring.Finding;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Looks at how full the disk is that the home lies on. */
@Component
final class DiskFinding {
    private final Home home;

    DiskFinding(Home home) {
        this.home = home;
    }

    Finding look() {
        DiskSpace disk = DiskSpace.of(home.root());
        return new Finding(
                AlertRule.DISK_FULL_SHARE,
                disk.fullShare(),
                AlertRule.DISK_FULL_SHARE.standard(),
                String.format(
                        Locale.ROOT,
                        "the disk of %s is %.0f %% full",
                        home.root(),
                        Math.floor(100 * disk.fullShare())));
    }
}
