package io.calsync.ui.review;

import io.calsync.domain.Field;
import io.calsync.domain.Link;
import io.calsync.domain.Message;
import io.calsync.domain.Values;
import io.calsync.sync.ServiceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What moved on either side while a person was looking.
final class News {
    private News() {}

    static List<Message> between(ServiceView before, ServiceView after) {
        var news = new ArrayList<Message>();
        if (before.row().link().state() != after.row().link().state()) news.add(ofLink(after.row().link()));
        for (Field field : Field.synced()) {
            add(news, "review.news.platform", field, before.row().platform(), after.row().platform());
            add(news, "review.news.calcom", field, before.row().calcom(), after.row().calcom());
        }
        return news;
    }

    private static Message ofLink(Link link) {
        return switch (link.state()) {
            case GONE -> Message.of("review.news.gone", link.eventTypeId());
            case PRESENT -> Message.of("review.news.present", link.eventTypeId());
            case UNLINKED -> Message.of("review.news.unlinked");
        };
    }

    private static void add(List<Message> news, String key, Field field, Values before, Values after) {
        if (after.has(field) && !Objects.equals(before.raw(field), after.raw(field)))
            news.add(Message.of(key, field, field.type().encode(after.get(field))));
    }
}
