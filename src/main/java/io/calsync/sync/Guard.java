package io.calsync.sync;

import io.calsync.domain.Message;
import java.util.List;

/// What made a run stop before it changed anything.
///
/// @param code     what a manager types to let just this run go on (`--pass-guard CODE`): short, and another one when
///                 something else is seen
/// @param saw      what was seen
/// @param wouldDo  what the run would have done
/// @param then     what happens when a manager lets it go on
/// @param services the services that it is about, by id
public record Guard(String code, Message saw, Message wouldDo, Message then, List<Long> services) {
    public Guard {
        services = List.copyOf(services);
    }
}
