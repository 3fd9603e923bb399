package io.calsync.ui;

import io.calsync.domain.Field;
import io.calsync.domain.Values;
import io.calsync.sync.Catalogue;
import io.calsync.sync.Cause;
import io.calsync.sync.Connection;
import io.calsync.sync.Editing;
import io.calsync.sync.Feed;
import io.calsync.sync.History;
import io.calsync.sync.Journal;
import io.calsync.sync.Links;
import io.calsync.sync.Operator;
import io.calsync.sync.Policies;
import io.calsync.sync.ProblemException;
import io.calsync.sync.Progress;
import io.calsync.sync.Review;
import io.calsync.sync.Runs;
import io.calsync.sync.Scope;
import io.calsync.sync.ServiceView;
import io.calsync.sync.Session;
import io.calsync.sync.SyncOptions;
import io.calsync.sync.SyncService;
import io.calsync.text.Texts;
import io.calsync.ui.kit.Appearance;
import io.calsync.ui.kit.Theme;
import io.calsync.ui.kit.UiContext;
import io.calsync.ui.kit.Words;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/// A salon, its Cal.com and a person before the window: the real core over ports in memory. Fourteen services are linked
/// and agree; a test then lets either side move.
public final class Desk {
    private static final long FIRST_EVENT_TYPE = 100;
    private static final List<String> NAMES =
            List.of("Balayage", "Premium Cut", "Dauerwelle", "Gloss", "Färben", "Beard Trim",
                    "Kids Cut", "Keratin", "Updo", "Extensions", "Blow Dry", "Scalp Care", "Bridal", "Perm");

    public final Salon salon = new Salon();
    public final FakeCalcom calcom = new FakeCalcom(salon);
    public final SyncService sync;
    public final Operator operator;
    public final List<URI> opened = new CopyOnWriteArrayList<>();
    public final ChosenFiles files = new ChosenFiles();

    private Desk(Operator.Role role) {
        operator = new Operator("Ann", "ann", role);
        var connection = new Connection(URI.create("https://api.cal.com/v2"), calcom.account(), new Scope.User());
        var session = new Session(salon, salon, salon, salon, new Session.Cal(connection, calcom), operator, salon,
                new Feed());
        var links = new Links(session);
        sync = new SyncService(new Catalogue(session), new Editing(session), new Runs(session, new Random(1)),
                new Review(session, links), links, new History(session), new Policies(session));
    }

    /// @param role who sits at the window; what happened before was done by a manager
    public static Desk of(Operator.Role role) throws ProblemException {
        var desk = new Desk(role);
        for (int i = 0; i < NAMES.size(); i++) desk.link(i < 9 ? 1 : 2, NAMES.get(i), 30L + 15L * (i % 4));
        return desk;
    }

    /// The context of a window. UI thread only.
    public UiContext context(Theme theme, Locale locale) {
        var words = Words.of(new Texts(locale), ZoneId.of("Europe/Berlin"));
        var ctx = UiContext.of(sync, operator, false, words, salon, new Appearance(theme, 100), opened::add, files);
        ctx.services().load();
        return ctx;
    }

    /// Looks at Cal.com, then pushes what is due. Not on the UI thread.
    public void synchronise() throws ProblemException {
        if (operator.role().mayEdit()) sync.runs().sync(SyncOptions.PLAIN, Progress.NONE);
        else throw new IllegalStateException("a viewer does not sync");
    }

    public ServiceView service(String name) throws ProblemException {
        return sync.catalogue().all().stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
    }

    /// Somebody changes a value of a service's event type at Cal.com; the console has not looked yet.
    public void changeAtCalcom(String name, Field field, Object value) throws ProblemException {
        calcom.edit(service(name).row().link().eventTypeId(), field, value);
    }

    public void deleteAtCalcom(String name) throws ProblemException {
        calcom.delete(service(name).row().link().eventTypeId());
    }

    /// What Cal.com holds now.
    public Object atCalcom(String name, Field field) throws ProblemException {
        return calcom.value(service(name).row().link().eventTypeId(), field);
    }

    /// Every sentence of the trail's newest entries, for assertions.
    public List<String> trail() {
        var lines = new ArrayList<String>();
        salon.entries(Journal.Query.newest(1_000))
                .forEach(entry -> lines.add(entry.cause().source() + " " + entry.service()));
        return lines;
    }

    private void link(long companyId, String name, long minutes) throws ProblemException {
        long id = salon.put(companyId, name, minutes, "45.00");
        long eventTypeId = FIRST_EVENT_TYPE + id;
        var values = Values.NONE;
        var held = salon.get(id).platform();
        for (Field field : Field.synced()) values = values.with(field, held.get(field));
        calcom.put(eventTypeId, values);
        var eventType = calcom.read(eventTypeId);
        salon.update(id, new Cause(Cause.Source.LINK, operator, "", ""),
                row -> row.linked(eventTypeId).seen(eventType));
    }
}
