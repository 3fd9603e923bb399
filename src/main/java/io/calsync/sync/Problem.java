package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Message;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Why something could not be done. Each says itself in words; where it shows (field, row, banner, error window) is one
/// switch in the window and its exit code one switch in the commands.
public sealed interface Problem {
    /// The sentence: what happened, to which service, what to do next.
    Message message();

    /// A detail is somebody's words, or a message of ours as an argument.
    private static Object said(String detail) {
        var ours = Message.within(detail);
        return ours == null ? detail : ours;
    }

    /// Whether Cal.com gives no answer at present, which passes by itself.
    default boolean isOutage() {
        return this instanceof Unreachable || this instanceof ServerFailed;
    }

    /// Whether it may concern just the one request that met it. Any other concerns everything that would come after.
    default boolean isOfOneRequest() {
        return switch (this) {
            case Unreachable _,ServerFailed _,UnreadableAnswer _,TooManyRequests _,Rejected _,NotFound _,SlugTaken _,NotPossible _,NotVerified _ ->
                    true;
            case KeyRefused _,KeyMissing _,OtherAccount _,WrongRoute _,NotConnected _,NotAllowed _,Invalid _,Stale _,Stopped _,StoreFailed _,StoreFull _,StoreInUse _,StoreDamaged _,StoreUnusable _ ->
                    false;
        };
    }

    /// No answer: wrong address, no network, time-out. After a PATCH the outcome is unknown.
    record Unreachable(URI server, String detail) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.unreachable", server.getHost(), said(detail));
        }
    }

    /// 401, confirmed by `/v2/me`, or 403: the key is unknown, expired or may not do this.
    record KeyRefused(URI server, String detail) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.key-refused", server.getHost(), said(detail));
        }
    }

    /// No key is at hand: keychain, environment and command gave none.
    record KeyMissing(String source) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.key-missing", said(source));
        }
    }

    /// The key belongs to another account than the one this workspace is connected with.
    ///
    /// @param owner whose key it is
    /// @param known the account of the connection
    record OtherAccount(String owner, String known) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.other-account", owner, known);
        }
    }

    /// 429: too many requests; `pause` is what the server or the budget asks for.
    record TooManyRequests(Duration pause) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.too-many-requests", pause.toSeconds());
        }
    }

    /// The server failed (5xx), perhaps after it did what was asked.
    record ServerFailed(int status, String detail) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.server-failed", status, detail);
        }
    }

    /// 400 or 413: the server will not take this request, in its own words. 401: the key is good and may not do this, as in
    /// a locked organization.
    record Rejected(int status, String detail) implements Problem {
        @Override
        public Message message() {
            return status == 401 ? Message.of("problem.locked", detail)
                    : Message.of("problem.rejected", status, detail);
        }
    }

    /// 400 for a slug that another event type of the same owner has.
    record SlugTaken(String slug) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.slug-taken", slug);
        }
    }

    /// 404 "Event type ... not found": deleted, or not visible to this key.
    record NotFound(long eventTypeId) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.not-found", eventTypeId);
        }
    }

    /// 404 "Cannot GET ...", or a list in another shape: wrong address, scope or API version.
    record WrongRoute(URI server, String detail) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.wrong-route", server, said(detail));
        }
    }

    /// An answer that is no JSON, is cut off, or has another shape than Cal.com's.
    record UnreadableAnswer(URI server, String detail) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.unreadable-answer", server.getHost(), said(detail));
        }
    }

    /// Nothing to talk to yet.
    record NotConnected() implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.not-connected");
        }
    }

    /// The person's role does not include this.
    record NotAllowed(Operator.Role role) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.not-allowed." + role.name().toLowerCase(Locale.ROOT));
        }
    }

    /// Values that may not be saved, each with its sentence for the field that shows it.
    record Invalid(Map<Field, Message> fields) implements Problem {
        @Override
        public Message message() {
            return fields.values().iterator().next();
        }
    }

    /// A service changed while a person was editing or deciding; nothing was written.
    record Stale(String service) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.stale", service);
        }
    }

    /// The request cannot be carried out as asked; the sentence says why.
    record NotPossible(Message message) implements Problem {}

    /// An audit trail is not whole, so what rests on it was not done.
    record NotVerified(Message message) implements Problem {}

    /// The run stopped before it changed anything; a manager may let it go on.
    record Stopped(Guard guard) implements Problem {
        @Override
        public Message message() {
            return guard.saw();
        }
    }

    /// The database would not read or write.
    record StoreFailed(String file, String detail) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.store-failed", file, detail);
        }
    }

    /// Nothing was saved, because the disk is full. Works again when it is not.
    record StoreFull(String file) implements Problem {
        @Override
        public Message message() {
            return Message.of("problem.store-full", file);
        }
    }

    /// The workspace is open in another console.
    ///
    /// @param holder number and program of that process, "" where it is not known
    record StoreInUse(String file, String holder) implements Problem {
        @Override
        public Message message() {
            return holder.isEmpty()
                    ? Message.of("problem.store-in-use", file)
                    : Message.of("problem.store-in-use-by", file, holder);
        }
    }

    /// The workspace's file is damaged, or its newest part is missing; it was left as it is.
    ///
    /// @param offers what can be done: which backup there is, what it lacks, and how it is put in the file's place
    record StoreDamaged(Message message, List<Message> offers) implements Problem {
        public StoreDamaged {
            offers = List.copyOf(offers);
        }
    }

    /// The workspace's file cannot be used as it is (missing, not readable, of another version) and was left as it is; the
    /// sentence says which file and what to do.
    record StoreUnusable(Message message) implements Problem {}
}
