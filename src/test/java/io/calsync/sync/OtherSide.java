package io.calsync.sync;

import io.calsync.domain.Field;
import io.calsync.domain.Values;

/// A Cal.com as a history sees it: what is really there, what a stranger does behind the console's back, and what goes
/// wrong with requests.
interface OtherSide {
    /// A new client, as a console has it after its start.
    EventTypes connect();

    /// @return the new event type's id
    long add(Values values);

    /// What it really holds, [Values#NONE] where there is no such event type.
    Values held(long eventTypeId);

    /// A stranger's edit; nothing happens where the event type is gone or the slug is another's.
    void edit(long eventTypeId, Field field, Object value);

    void delete(long eventTypeId);

    /// What was deleted is there again under its old id.
    void restore(long eventTypeId);

    /// Deleted, and made again with the same slug under a new id.
    void recreate(long eventTypeId);

    /// Given to somebody else: the key does not see it any more.
    void moveAway(long eventTypeId);

    /// What happens to the next request that writes, or reads.
    void trouble(boolean write, Trouble trouble);

    /// Every look at this event type goes wrong so, and lists lack it, until [#calm].
    void ails(long eventTypeId, Trouble trouble);

    /// Every PATCH with this field is answered with status 500, until [#calm].
    void neverTakes(Field field);

    /// Nothing goes wrong any more.
    void calm();

    /// Requests whose sender has given up are carried out now.
    void landLateWrites();

    /// Whether the value that is there was last written by a console and by no stranger since, as far as it is known.
    boolean isOurs(long eventTypeId, Field field);
}
