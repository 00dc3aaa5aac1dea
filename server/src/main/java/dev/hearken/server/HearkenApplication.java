package dev.hearken.server;

import dev.hearken.core.inference.ExecutionProvider;
import dev.hearken.store.accounts.Accounts;
import dev.hearken.store.accounts.AuditLog;
import dev.hearken.store.accounts.Sessions;
import dev.hearken.store.accounts.Tokens;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.catalogue.UnusedSounds;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.monitoring.Alerts;
import dev.hearken.store.monitoring.DriftWatch;
import dev.hearken.store.monitoring.KeptRecordings;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.monitoring.References;
import dev.hearken.store.monitoring.Retention;
import dev.hearken.store.monitoring.Tallies;
import dev.hearken.store.monitoring.Watches;
import dev.hearken.store.registry.Registry;
import dev.hearken.store.runs.RunLog;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The parts every feature stands on; the features themselves are found in the packages below. */
@SpringBootApplication(proxyBeanMethods = false)
class HearkenApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Home home(ServerSettings settings) {
        return settings.home().open();
    }

    @Bean
    Database database(Home home) {
        return Database.open(home);
    }

    @Bean
    Registry registry(Home home, Database database, Clock clock) {
        return Registry.open(home, database, clock);
    }

    @Bean
    ProjectClips clips(Home home, Database database, Clock clock, ServerSettings settings) {
        return new ProjectClips(
                database, Shelf.SOUNDS.of(home), settings.uploads().reader(), clock);
    }

    @Bean
    RunLog runs(Database database, Clock clock) {
        return new RunLog(database, clock, UUID::randomUUID);
    }

    @Bean
    PredictionLog predictions(Database database) {
        return new PredictionLog(database);
    }

    @Bean
    KeptRecordings recordings(Home home, Database database) {
        return new KeptRecordings(database, Shelf.SOUNDS.of(home));
    }

    @Bean
    Tallies tallies(Database database, Clock clock) {
        return new Tallies(database, clock);
    }

    @Bean
    Watches watches(Database database, Clock clock) {
        return new Watches(database, clock);
    }

    @Bean
    Alerts alerts(Database database, Clock clock) {
        return new Alerts(database, clock, UUID::randomUUID);
    }

    @Bean
    ExecutionProvider.Choice executionProvider(ServerSettings settings) {
        return ExecutionProvider.choose(settings.monitoring().executionProvider());
    }

    @Bean
    Retention retention(Database database) {
        return new Retention(database);
    }

    @Bean
    UnusedSounds unusedSounds(Home home, Database database) {
        return new UnusedSounds(database, Shelf.SOUNDS.of(home));
    }

    @Bean
    DriftWatch drift(PredictionLog log, Database database) {
        return new DriftWatch(log, new References(database));
    }

    @Bean
    JobQueue jobs(Database database, Clock clock) {
        return new JobQueue(database, clock, UUID::randomUUID);
    }

    @Bean
    Accounts accounts(Database database, Clock clock) {
        return new Accounts(database, clock);
    }

    @Bean
    Tokens tokens(Database database, Clock clock) {
        return new Tokens(database, clock, new SecureRandom());
    }

    @Bean
    Sessions sessions(Database database, Clock clock) {
        return new Sessions(database, clock, new SecureRandom());
    }

    @Bean
    AuditLog auditLog(Database database) {
        return new AuditLog(database);
    }
}
