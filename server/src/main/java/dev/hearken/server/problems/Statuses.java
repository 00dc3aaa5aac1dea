package dev.hearken.server.problems;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Rejection;
import dev.hearken.store.database.StoreException;
import org.springframework.http.HttpStatus;

/** Which HTTP status says what a failure says. */
public final class Statuses {
    private Statuses() {}

    /** The status for a recording that is not taken. */
    public static HttpStatus of(Rejection rejection) {
        return switch (rejection) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case NOT_AUDIO, UNSUPPORTED_ENCODING -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** The status for a failure with a name. */
    static HttpStatus of(HearkenException failure) {
        if (failure instanceof ProblemException problem) {
            return problem.status();
        }
        if (failure instanceof StoreException store) {
            return switch (store.error()) {
                case NOT_FOUND -> HttpStatus.NOT_FOUND;
                case CONFLICT, NO_PREVIOUS_VERSION -> HttpStatus.CONFLICT;
                case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                case BUSY, DISK_FULL -> HttpStatus.SERVICE_UNAVAILABLE;
                default -> HttpStatus.INTERNAL_SERVER_ERROR;
            };
        }
        return switch (failure.kind()) {
            case USER -> HttpStatus.UNPROCESSABLE_CONTENT;
            case INSUFFICIENT_RESOURCES -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
