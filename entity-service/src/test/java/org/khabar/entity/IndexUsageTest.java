package org.khabar.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.entity.testing.ServiceResource;

/** Queries that grow with the archive are answered from an index. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class IndexUsageTest {

    private static final String ID = "'0195a000-0000-7000-8000-000000000001'";

    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    entity_alias_part        | select entity_id from entity_alias where not retired and search_key like '%مصر%'
                    entity_alias_prefix      | select entity_id from entity_alias where not retired and search_key like 'مص%'
                    entity_pkey              | select e.id from entity e where e.merged_into is null and e.id > ID order by e.id limit 200
                    entity_relation_waiting_target | select * from entity_relation_waiting where target = 'wikidata:Q7' and office is null
                    entity_relation_waiting_office | delete from entity_relation_waiting where office = 7
                    catalogue_change_transaction | select entity_id, count(*) from (select entity_id from catalogue_change where transaction_id >= '7'::xid8 and transaction_id < '9'::xid8 limit 80000) c group by 1
                    entity_alias_sounds      | select entity_id from entity_alias a where not a.retired and a.sounds @> sounds_of('بوهلر')
                    entity_alias_prefix      | select entity_id from entity_alias a where not a.retired and a.search_key like 'مص%' order by a.search_key using ~<~ limit 300
                    entity_alias_sounds      | select entity_id from entity_alias a where not a.retired and a.sounds && array['blr', 'btr']
                    entity_alias_sounds      | select entity_id from (select * from entity_alias a where not a.retired and ((a.sounds && array['blr', 'btr'] and a.sounds @> array['mmd']) or (a.sounds && array['mmt'] and a.sounds @> array['blr'])) limit 2000) a
                    entity_alias_part        | select entity_id from (select * from entity_alias a where (a.search_key like '%مصر%') and not a.retired and a.type in ('NAME', 'ACRONYM', 'SHORT') and (select not e.hidden and e.merged_into is null and e.type = any(array['EVENT']) from entity e where e.id = a.entity_id) limit 2000) a
                    entity_alias_prefix      | select entity_id from entity_alias a where a.search_key like 'مص%' and not a.retired and a.type in ('NAME', 'ACRONYM', 'SHORT') and (select not e.hidden and e.merged_into is null and e.type = any(array['EVENT']) from entity e where e.id = a.entity_id) order by a.search_key using ~<~ limit 300
                    article_text_words       | select article_id from article_text where words && array[1, 2] and words @> array[3]
                    entity_merged_into       | select id from entity where merged_into = any(array[ID]::uuid[])
                    entity_revision_newest   | select * from entity_revision where entity_id = any(array[ID]::uuid[])
                    entity_relation_entity   | select * from entity_relation where entity_id = any(array[ID]::uuid[])
                    article_entity_newest    | select * from article_entity where entity_id = ID and (published_at, article_id) < (now(), ID) order by published_at desc, article_id desc limit 21
                    article_entity_salience  | select * from article_entity where article_id = ID and (salience, entity_id) < (0.5, ID) order by salience desc, entity_id desc limit 21
                    article_entity_outlet    | select * from article_entity where entity_id = ID and outlet = 'aps' order by published_at desc, article_id desc limit 21
                    co_mention_              | select other_id, sum(article_count) from co_mention where entity_id = ID and month between '2025-01-01' and '2025-12-01' group by 1
                    entity_day_day           | select entity_id, sum(article_count) from entity_day where day >= '2025-01-01' and day < '2025-01-02' group by 1
                    entity_day_              | select sum(article_count) from entity_day where entity_id = ID and day >= '2025-01-01' and day < '2025-01-02'
                    mention_article_id       | select * from mention where article_id = any(array[ID]::uuid[])
                    entity_name_entity_id    | select * from entity_name where entity_id = any(array[ID]::uuid[])
                    entity_alias_entity_id   | select * from entity_alias where entity_id = any(array[ID]::uuid[])
                    catalogue_change_transaction | select distinct transaction_id, entity_id from catalogue_change where transaction_id >= '7'::xid8 and transaction_id < '9'::xid8
                    mention_feed_event_pkey  | select * from mention_feed_event where id > 7 order by id limit 500
                    name_candidate_listed    | select * from name_candidate where decision = 'OPEN' and article_count > 0 and (sure_count > 0 or article_count >= 3) and (sure_count > 0 or article_count > 1) and (article_count, id) < (7, 9) order by article_count desc, id desc limit 21
                    seen_name_name           | select * from seen_name where search_key = 'س' and type = 'PERSON' order by article_id desc, block, start_offset limit 3
                    mention_ruling_article   | select * from mention_ruling where article_id = ID and block = 1 and start_offset = 2 and standing
                    name_prior_pkey          | select * from name_prior where search_key = any(array['س', 'ص'])
                    review_rank_most         | select * from review_rank where language = '' and outlet = 'aps' and open and place_count > 0 and (value, item_id) < (7, 9) order by value desc, item_id desc limit 21
                    review_rank_of_kind      | select * from review_rank where language = 'ar' and outlet = '' and open and place_count > 0 and kind = 'MENTION' order by value desc, item_id desc limit 21
                    review_place_item        | select article_id from review_place where item_id = 7 and 'ar' in ('', language) order by doubt desc, article_id desc, block, start_offset limit 1
                    relink_article_next      | select article_id from relink_article where transaction_id < '7'::xid8 and coalesce(claimed_until, '-infinity') < clock_timestamp() order by urgent desc, requested_at, article_id limit 20 for update skip locked
                    catalogue_change_age     | delete from catalogue_change where changed_at < now() - interval '1 day'
                    """)
    void isUsed(String index, String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // As autovacuum does soon after a load: until then GIN's pending list costs more than a look at all rows.
            statement.execute("vacuum analyze entity_alias");
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local enable_sort = off");
            assertThat(plan(statement, query.replace("ID", ID))).contains(index);
            connection.rollback();
        }
    }

    private static String plan(Statement statement, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain " + query)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
