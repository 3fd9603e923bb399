package io.calsync.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.calsync.domain.Company;
import io.calsync.domain.EventType;
import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Money;
import io.calsync.domain.Row;
import io.calsync.domain.SyncStatus;
import io.calsync.domain.Values;
import io.calsync.domain.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Services and event types find each other. Services 1 to 3 are linked, 4 is not, and nobody holds event types 900 to 902.
class LinksTest {
    private static final Company OF_TEAM_7 = new Company(1, "Salon Lindenhof", "EUR", 7, List.of());

    private final World world = world();
    private final Links links = new Links(world.session);

    private static World world() {
        try {
            var world = new World(3);
            world.workspace.put(Row.of(4, Looks.values(4)));
            for (long id = 900; id <= 902; id++)
                world.calcom.held.put(id, Looks.values(id).with(Field.DURATION, 99L));
            return world;
        } catch (ProblemException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private void hold(long eventType, Field field, Object value) {
        world.calcom.edit(eventType, field, value);
    }

    private static Message refused(Executable call) {
        return assertThrows(ProblemException.class, call).problem().message();
    }

    /// The links of a workspace whose company, or whose Cal.com, differs.
    private Links with(Map<String, Object> platform, Map<String, Object> calcom) throws ProblemException {
        var cal = world.session.connected();
        var eventTypes = Ports.answering(EventTypes.class, world.calcom, calcom);
        return new Links(new Session(world.workspace, Ports.answering(Platform.class, world.workspace, platform),
                world.workspace, world.workspace, new Session.Cal(cal.connection(), eventTypes),
                world.session.operator(), world.clock, new Feed()));
    }

    private EventType ofTeam(long id, long team, List<Message> complaints) {
        return new EventType(id, team, world.calcom.held.getOrDefault(id, Values.NONE), Map.of(),
                world.clock.instant(), complaints);
    }

    @Test
    void theLikeliestEventTypeIsSuggestedFirst() throws ProblemException {
        assertEquals(List.of(900L, 901L, 902L), suggested(), "as Cal.com lists them where none is likely");
        hold(902, Field.DURATION, 30L);
        assertEquals(List.of(902L, 900L, 901L), suggested(), "the same duration");
        hold(901, Field.SLUG, "service-4");
        assertEquals(List.of(901L, 902L, 900L), suggested(), "the same web address part before it");
        hold(900, Field.NAME, "SERVICE 4");
        assertEquals(List.of(900L, 901L, 902L), suggested(), "the same name before both");
        hold(902, Field.NAME, "Service 4");
        assertEquals(List.of(902L, 900L, 901L), suggested(), "name and duration");
    }

    private List<Long> suggested() throws ProblemException {
        return links.suggestions(4).stream().map(EventType::id).toList();
    }

    @Test
    void whatDiffersAtAFirstLinkWaitsForAPersonAndNothingIsWritten() throws ProblemException {
        var linked = links.link(4, 900);
        assertEquals(900, linked.row().link().eventTypeId());
        assertEquals(Set.of(Field.NAME, Field.SLUG, Field.DURATION), linked.outlook().open());
        assertEquals(Verdict.FIRST_LINK, linked.row().verdict(Field.DURATION));
        world.sync();
        assertEquals(List.of(), world.calcom.writes);
    }

    @Test
    void aServiceThatIsLinkedOrAnEventTypeThatIsNotThereIsNotLinked() throws ProblemException {
        assertEquals(Message.of("link.already", "Service 1", 101), refused(() -> links.link(1, 900)));
        assertEquals(Message.of("problem.not-found", 999), refused(() -> links.link(4, 999)));
        assertEquals(Link.NONE, world.row(4).link());
    }

    @Test
    void theEventTypeOfAnotherTeamIsRefusedAndNamed() throws ProblemException {
        var platform = Map.<String, Object>of("companies", List.of(OF_TEAM_7));
        var strange = with(platform, Map.of("read", ofTeam(900, 8, List.of())));
        assertEquals(Message.of("link.other-team", 900, 8, "Salon Lindenhof"), refused(() -> strange.link(4, 900)));
        assertEquals(Link.NONE, world.row(4).link());
        assertEquals(900, with(platform, Map.of("read", ofTeam(900, 7, List.of()))).link(4, 900).row().link()
                .eventTypeId());
    }

    @Test
    void aMembersCopyOfAManagedEventTypeIsNotLinked() throws ProblemException {
        var copy = Message.of(EventType.COPY, 900, 899);
        var links = with(Map.of(), Map.of("read", ofTeam(900, 0, List.of(copy))));
        assertEquals(copy, refused(() -> links.link(4, 900)));
        assertEquals(Link.NONE, world.row(4).link());
    }

    @Test
    void aPersonsOwnEventTypeAndACompanyWithoutATeamKnowNoOtherTeam() throws ProblemException {
        var own = with(Map.of("companies", List.of(OF_TEAM_7)), Map.of("read", ofTeam(900, 0, List.of())));
        assertEquals(900, own.link(4, 900).row().link().eventTypeId());
        links.unlink(4);
        var withoutTeam = with(Map.of(), Map.of("read", ofTeam(901, 8, List.of())));
        assertEquals(901, withoutTeam.link(4, 901).row().link().eventTypeId());
    }

    @Test
    void whatThePlatformAssignsToAnotherCompanyIsRefused() throws ProblemException {
        var other = with(Map.of("ownerOf", Optional.of(2L)), Map.of());
        assertEquals(Message.of("link.other-company", 900, "Salon Lindenhof"), refused(() -> other.link(4, 900)));
        var imported = other.importInto(1, Set.of());
        assertEquals(List.of(), imported.services());
        assertEquals(3, imported.refused().size());
        var same = with(Map.of("ownerOf", Optional.of(1L)), Map.of());
        assertEquals(900, same.link(4, 900).row().link().eventTypeId());
    }

    @Test
    void justTheNamedEventTypesAreImportedAndTheirPricelessnessIsKept() throws ProblemException {
        hold(901, Field.PRICE, Money.parse("60.00 EUR"));
        hold(902, Field.PRICE, Values.NOT_HELD);
        var imported = links.importInto(1, Set.of(901L, 902L, 101L));
        assertEquals(List.of("Service 901", "Service 902"),
                imported.services().stream().map(ServiceView::name).toList());
        assertEquals(Map.of(), imported.refused());
        assertEquals(Money.parse("60.00 EUR"), imported.services().getFirst().values().raw(Field.PRICE));
        assertFalse(imported.services().getLast().values().has(Field.PRICE));
        assertEquals(SyncStatus.SYNCED, imported.services().getLast().status());
        assertEquals(List.of(900L), links.unlinked().stream().map(EventType::id).toList());
    }

    @Test
    void anImportOfManyCanBeEndedOnTheWay() throws ProblemException {
        for (long id = 1_000; id < 1_150; id++) world.calcom.held.put(id, Looks.values(id));
        var steps = new ArrayList<Integer>();
        var imported = links.importInto(1, "", Set.of(), new Progress() {
            @Override
            public void at(int done, int total, String service) {
                steps.add(total - done);
            }

            @Override
            public boolean cancelled() {
                return !steps.isEmpty();
            }
        });
        assertEquals(List.of(153), steps);
        assertEquals(100, imported.services().size());
        assertEquals(53, imported.left());
        assertEquals(53, links.unlinked().size());
    }

    @Test
    void whatCannotBeImportedIsLeftOutByItsTitleWithTheReason() throws ProblemException {
        hold(900, Field.NAME, Values.NOT_HELD);
        var list = List.of(ofTeam(900, 0, List.of()), ofTeam(901, 8, List.of()),
                ofTeam(902, 0, List.of(Message.of("complaint.empty", Field.BUFFER_AFTER))));
        var strange = with(Map.of("companies", List.of(OF_TEAM_7)), Map.of("list", list));
        var imported = strange.importInto(1, Set.of());
        assertEquals(List.of(), imported.services());
        assertEquals(
                Map.of(" (#900)", Message.of("import.no-name", 900),
                        "Service 901 (#901)", Message.of("link.other-team", 901, 8, "Salon Lindenhof"),
                        "Service 902 (#902)", Message.of("complaint.empty", Field.BUFFER_AFTER)),
                imported.refused());
        assertEquals(Message.of("company.unknown", 9), refused(() -> links.importInto(9, Set.of())));
    }

    @Test
    void anEventTypeIsCreatedWithThePlatformsValues() throws ProblemException {
        var created = links.create(4);
        assertEquals(SyncStatus.SYNCED, created.status());
        assertEquals(Looks.values(4), world.calcom.held.get(created.row().link().eventTypeId()));
        assertEquals(Message.of("link.already", "Service 4", created.row().link().eventTypeId()),
                refused(() -> links.create(4)));
    }

    @Test
    void valuesBeyondTheLimitsAreNotCreatedAndEachIsNamed() throws ProblemException {
        world.workspace.put(Row.of(5, Looks.values(5).with(Field.DURATION, 0L).with(Field.BUFFER_AFTER, 999L)));
        var invalid = assertThrows(ProblemException.class, () -> links.create(5));
        assertEquals(
                new Problem.Invalid(Map.of(Field.DURATION, Message.of("limit.minutes", 1, 1440, 0),
                        Field.BUFFER_AFTER, Message.of("limit.minutes", 0, 240, 999))),
                invalid.problem());
        world.workspace.put(Row.of(6, Looks.values(6).with(Field.SLUG, Values.NOT_HELD)));
        assertEquals(Message.of("create.needs-slug", "Service 6"), refused(() -> links.create(6)));
        assertEquals(6, world.calcom.held.size(), "nothing was created");
    }

    @Test
    void aCreateThatSurelyDidNotArriveIsTheProblemItselfAndLinksNothing() throws ProblemException {
        hold(900, Field.SLUG, "service-4");
        assertEquals(new Problem.SlugTaken("service-4").message(), refused(() -> links.create(4)));
        hold(900, Field.SLUG, "service-900");
        var down = new MemoryCalcom(world.clock);
        down.held.putAll(world.calcom.held);
        down.losesTheAnswerToCreate();
        var cal = new Session.Cal(world.session.connected().connection(),
                Ports.answering(EventTypes.class, down, Map.of("list", down.list())));
        var blind = new Links(new Session(world.workspace, world.workspace, world.workspace, world.workspace, cal,
                world.session.operator(), world.clock, new Feed()));
        assertEquals("problem.unreachable", refused(() -> blind.create(4)).key());
        assertEquals(Link.NONE, world.row(4).link());
    }

    @Test
    void aServiceThatIsLinkedAgainToWhatItHadAgreesAtOnce() throws ProblemException {
        world.edit(1, Field.DURATION, 45L);
        var unlinked = links.unlink(1);
        assertEquals(SyncStatus.NEVER, unlinked.status());
        assertEquals(45L, unlinked.values().get(Field.DURATION), "both sides keep what they hold");
        assertEquals(30L, world.held(1).get(Field.DURATION));
        assertEquals(Set.of(Field.DURATION), links.link(1, 101).outlook().open(), "asked, not pushed");
    }

    @Test
    void theWebPageIsCalcoms() throws ProblemException {
        assertEquals(URI.create("http://calcom.test/v2/101"), links.webPage(101));
    }
}
