// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"

#include "sync/salvage.h"

#include <QFile>

#include <algorithm>
#include <map>

namespace encore::simulation
{

namespace
{

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

/// Where and when a fault shows itself.
struct Place {
    int desk;
    qint64 fromMs;
    qint64 untilMs;
    Chance& chance;
};
using Steps = std::vector<Step>;

/// The network of a desk is like this for a while.
Steps whileWeather(const Place& place, const char* name, const std::function<void(Weather&)>& begin, const std::function<void(Weather&)>& end)
{
    const QByteArray desk = " at desk " + QByteArray::number(place.desk);
    return {{place.fromMs, QByteArray(name) + " begins" + desk, [place, begin](World& world) { begin(world.desk(place.desk).wire.weather); }},
            {place.untilMs, QByteArray(name) + " ends" + desk, [place, end](World& world) { end(world.desk(place.desk).wire.weather); }}};
}

template<auto Member>
Steps percent(const Place& place, const char* name, int value)
{
    return whileWeather(place, name, [value](Weather& weather) { weather.*Member = value; }, [](Weather& weather) { weather.*Member = {}; });
}

Steps once(const Place& place, const QByteArray& what, std::function<void(World&)> happen)
{
    return {{place.fromMs, what + " at desk " + QByteArray::number(place.desk), std::move(happen)}};
}

/// The desk's program ends at a moment of its next upload.
Steps crashAt(const Place& place, const QByteArray& what, bool arrived, qint64 delayMs)
{
    return once(place, what, [place, arrived, delayMs](World& world) {
        Desk& desk = world.desk(place.desk);
        const auto hasHappened = std::make_shared<bool>(false);
        desk.wire.onUpload = [&world, &desk, arrived, delayMs, hasHappened](bool now) {
            if (now != arrived || *hasHappened)
                return;
            *hasHappened = true;
            world.loop.after(delayMs, [&world, &desk] {
                desk.wire.onUpload = {};
                if (desk.isRunning())
                    world.mustWork(desk.restart(), "a desk does not start again");
            });
        };
    });
}

Steps failAndCrash(const Place& place, const QByteArray& what, int after)
{
    return once(place, what, [place, after](World& world) {
        Desk& desk = world.desk(place.desk);
        desk.failStatements(after, 1);
        world.loop.after(20'000, [&world, &desk] {
            if (desk.isRunning())
                world.mustWork(desk.restart(), "a desk does not start again");
        });
    });
}

Steps runBoth(const Place& place, const QByteArray& what, const char* name, const QByteArray& one, const QByteArray& other)
{
    const Place second{place.desk + 1, place.fromMs, place.untilMs, place.chance};
    Steps steps = percent<&Weather::isDown>(place, "no network", 1);
    for (const Step& step : percent<&Weather::isDown>(second, "no network", 1))
        steps.push_back(step);
    const qint64 middle = (place.fromMs + place.untilMs) / 2;
    steps.push_back({middle, what + " at desk " + QByteArray::number(place.desk), [place, name, one](World& world) { world.desk(place.desk).run(name, one); }});
    steps.push_back({middle + 1'000, what + " at desk " + QByteArray::number(second.desk),
                     [second, name, other](World& world) { world.desk(second.desk).run(name, other); }});
    return steps;
}

Steps wrongClock(const Place& place, const QByteArray& what, qint64 byMs)
{
    return {{place.fromMs, what + " at desk " + QByteArray::number(place.desk), [place, byMs](World& world) { world.desk(place.desk).clock.setWrongBy(byMs); }},
            {place.untilMs, "right clock", [place](World& world) { world.desk(place.desk).clock.setWrongBy(0); }}};
}

Steps restored(const Place& place, const QByteArray& what, bool newEpoch)
{
    return {{place.fromMs, "backup", [](World& world) { (void)world.house->backUp(world.folder + QStringLiteral("/backup")); }},
            {place.untilMs, what, [newEpoch](World& world) { world.restoreHouse(newEpoch); }}};
}

/// An old copy of a desk's file comes back, or a copy runs beside it.
Steps copied(const Place& place)
{
    const auto file = [place](const World& world) { return QString(world.folder + QStringLiteral("/copy") + QString::number(place.desk)); };
    return {{place.fromMs, "copy of desk " + QByteArray::number(place.desk),
             [place, file](World& world) { world.mustWork(world.desk(place.desk).copyFile(file(world)), "a desk's file cannot be copied"); }},
            {place.untilMs, "old copy of desk " + QByteArray::number(place.desk), [place, file](World& world) {
                 Desk& desk = world.desk(place.desk);
                 if (!QFile::exists(file(world)))
                     return; // a plan that was made shorter has none
                 world.mustWork(desk.replaceFile(file(world)), "a desk does not start with an old copy");
                 world.fileWasLost(desk);
                 desk.run("CreateCoupon", R"({"name":"after the copy","amount":1000})"); // takes a number that was used
             }}};
}

Steps damagedFile(const Place& place)
{
    return once(place, "damaged file", [place](World& world) {
        Desk& desk = world.desk(place.desk);
        if (desk.isShutOut)
            return; // nobody lets it in again
        desk.makeRoom();
        const QByteArray saved = sync::salvage(desk.reader());
        world.mustWork(desk.startAnewAs(world.letIn(desk.device().role), saved), "a desk does not start with what was saved");
        world.fileWasLost(desk);
    });
}

Steps shutOut(const Place& place)
{
    return once(place, "shut out", [place](World& world) {
        Desk& desk = world.desk(place.desk);
        desk.isShutOut = true;
        world.decide([id = desk.device().id](World& now) { now.house->revoke(id); });
    });
}

Steps narrowed(const Place& place)
{
    return once(place, "may less", [place](World& world) {
        Desk& desk = world.desk(place.desk);
        desk.setRole(domain::Role::Door);
        world.decide([device = desk.device()](World& now) { now.house->setRole(device, domain::Role::Door); });
    });
}

Steps otherBody(const Place& place)
{
    return once(place, "same id, other body", [place](World& world) {
        Desk& desk = world.desk(place.desk);
        // One that the house has: of another it would take whichever comes first.
        const auto known = std::find_if(desk.promised().rbegin(), desk.promised().rend(), [&](domain::CommandId id) { return world.house->reader().logEntry(id).has_value(); });
        if (known == desk.promised().rend())
            return;
        sync::Request request;
        request.method = "POST";
        request.path = "/api/v1/commands";
        request.token = desk.device().token;
        request.body = R"({"commands":[{"id":")" + known->text().toLatin1()
            + R"(","name":"CreateCoupon","arguments":{"label":"forged","name":"forged","amount":99999}}]})";
        world.house->ask(request, [&world](const sync::Response& response) {
            if (response.body.contains("\"applied\""))
                world.violated("I1: a command took effect again with another body");
        });
    });
}

QByteArray edit(const char* field, const char* text)
{
    return QByteArray(R"({"project_id":"album",")") + field + R"(":")" + text + R"("})";
}

using Maker = std::function<Steps(const Place&)>;

struct Entry {
    Fault fault;
    Maker steps;
};

std::vector<Entry> networkFaults()
{
    return {
        {{1, "request_lost", "Requests do not arrive."}, [](const Place& p) { return percent<&Weather::loses>(p, "request_lost", 40); }},
        {{2, "ack_lost", "The server has done it, and its answer does not arrive."}, [](const Place& p) { return percent<&Weather::losesAnswers>(p, "ack_lost", 50); }},
        {{3, "delivered_twice", "A request arrives two times at once."}, [](const Place& p) { return percent<&Weather::twice>(p, "delivered_twice", 60); }},
        {{4, "delivered_late", "A request arrives again hours later."}, [](const Place& p) { return percent<&Weather::twiceLate>(p, "delivered_late", 60); }},
        {{5, "other_body", "The same command id comes with another body."}, otherBody},
        {{6, "reordered", "The commands of a batch arrive in another order."}, [](const Place& p) { return percent<&Weather::reorders>(p, "reordered", 60); }},
    };
}

std::vector<Entry> crashFaults()
{
    return {
        {{7, "crash_before_send", "A desk's program ends before what it did is sent."}, [](const Place& p) { return crashAt(p, "crash_before_send", false, 0); }},
        {{8, "crash_after_send", "It ends before the answer is written down."}, [](const Place& p) { return crashAt(p, "crash_after_send", true, 0); }},
        {{9, "crash_after_ack", "It ends between the answer and the rows."}, [](const Place& p) { return crashAt(p, "crash_after_ack", true, 400); }},
        {{10, "crash_in_apply", "It ends while a page is being written."}, [](const Place& p) { return failAndCrash(p, "crash_in_apply", 5 + p.chance.below(60)); }},
        {{11, "cursor_lost", "It ends between the rows and the cursor."}, [](const Place& p) { return failAndCrash(p, "cursor_lost", 60 + p.chance.below(60)); }},
        {{12, "cut_upload", "An upload is cut in the middle."}, [](const Place& p) { return percent<&Weather::cuts>(p, "cut_upload", 60); }},
    };
}

std::vector<Entry> serverFaults()
{
    return {
        {{13, "one_of_a_batch", "One command in the middle of a batch is refused."},
         [](const Place& p) { return runBoth(p, "the same reward is deleted and edited", "EditReward", R"({"reward_id":"poster","price":6000})", R"({"reward_id":"poster","price":7000})"); }},
        {{14, "head_fails", "The server never takes requests with a certain command in them."},
         [](const Place& p) {
             return whileWeather(p, "head_fails", [](Weather& w) { w.rejectsAll = 400; w.rejectedName = "\"EditOffer\""; }, [](Weather& w) { w.rejectsAll = 0; });
         }},
        {{15, "server_trouble", "The server is broken for an hour."},
         [](const Place& p) {
             const Place hour{p.desk, p.fromMs, p.fromMs + hourMs, p.chance};
             return percent<&Weather::answersWith>(hour, "server_trouble", 500);
         }},
        {{16, "too_many_requests", "The server asks to come again later."}, [](const Place& p) { return percent<&Weather::answersWith>(p, "too_many_requests", 429); }},
        {{17, "captive_portal", "A hotel's page answers in the server's place."}, [](const Place& p) { return percent<&Weather::isCaptive>(p, "captive_portal", 1); }},
        {{18, "wrong_certificate", "The certificate does not hold."}, [](const Place& p) { return percent<&Weather::isUntrusted>(p, "wrong_certificate", 1); }},
        {{19, "damaged_page", "Answers are cut or have wrong bits."}, [](const Place& p) { return percent<&Weather::damages>(p, "damaged_page", 50); }},
        {{20, "rows_change_between_pages", "Rows change while pages are read."},
         [](const Place& p) {
             Steps steps;
             for (int i = 0; i < 5; ++i) {
                 const QByteArray title = "v" + QByteArray::number(i);
                 steps.push_back({p.fromMs + i * 150, "the house edits", [title](World& world) { world.house->run("EditProject", edit("title", title.constData())); }});
             }
             steps.push_back({p.fromMs + 10, "desk takes everything anew", [p](World& world) { world.mustWork(world.desk(p.desk).takeAnew(), "a desk does not start again"); }});
             return steps;
         }},
        {{21, "late_commit", "Another writer of the server commits in between."},
         [](const Place& p) {
             return Steps{{p.fromMs, "late commit", [](World& world) { world.house->run("CreateCoupon", R"({"name":"late","amount":1})"); }},
                          {p.fromMs + 1, "late commit", [](World& world) { world.house->run("CreateCoupon", R"({"name":"later","amount":1})"); }}};
         }},
    };
}

std::vector<Entry> peopleFaults()
{
    return {
        {{22, "same_field", "Two desks edit the same field."},
         [](const Place& p) { return runBoth(p, "edits the title", "EditProject", edit("title", "mine"), edit("title", "theirs")); }},
        {{23, "different_fields", "Two desks edit different fields."},
         [](const Place& p) {
             Steps steps = runBoth(p, "edits", "EditProject", edit("title", "only the title"), edit("venue", "only the venue"));
             return steps;
         }},
        {{24, "edit_of_deleted", "One edits what another has deleted."},
         [](const Place& p) {
             Steps steps = runBoth(p, "edits a reward", "EditReward", R"({"reward_id":"seat","title":"edited"})", R"({"reward_id":"seat","price":31000})");
             steps.push_back({p.fromMs + 10, "the house deletes it", [](World& world) { world.house->run("DeleteReward", R"({"reward_id":"seat"})"); }});
             return steps;
         }},
        {{25, "delete_of_edited", "One deletes what another has edited."},
         [](const Place& p) {
             Steps steps = runBoth(p, "deletes a coupon", "DeleteCoupon", R"({"coupon_id":"few"})", R"({"coupon_id":"few"})");
             steps.push_back({p.fromMs + 10, "the house edits it", [](World& world) { world.house->run("EditCoupon", R"({"coupon_id":"few","name":"Edited"})"); }});
             return steps;
         }},
        {{26, "delete_of_deleted", "Both delete it."}, [](const Place& p) { return runBoth(p, "deletes a reward", "DeleteReward", R"({"reward_id":"seat"})", R"({"reward_id":"seat"})"); }},
        {{27, "same_name", "Two desks make things of one name."},
         [](const Place& p) {
             return runBoth(p, "makes a coupon", "CreateCoupon", R"({"label":"spring","name":"one","amount":1000})", R"({"label":"spring","name":"other","amount":2000})");
         }},
        {{28, "last_place", "Two desks sell the last places."},
         [](const Place& p) {
             return runBoth(p, "sells four of six", "PlaceOrder", R"({"nonce":"one","lines":[{"offer_id":"scarce","quantity":4}]})",
                            R"({"nonce":"other","lines":[{"offer_id":"scarce","quantity":4}]})");
         }},
        {{29, "two_gates", "One ticket is let in at two gates."},
         [](const Place& p) {
             return runBoth(p, "lets in T1", "AdmitTicket", R"({"ticket_id":"T1","gate_id":"A","direction":"entry","code_kind":"secret"})",
                            R"({"ticket_id":"T1","gate_id":"B","direction":"entry","code_kind":"secret"})");
         }},
        {{30, "coupon_beyond_limit", "More coupons are claimed than there are."},
         [](const Place& p) {
             Steps steps;
             for (int i = 0; i < 6; ++i) {
                 const QByteArray claim = R"({"coupon_id":"few","email":"p)" + QByteArray::number(i) + R"(@example.org"})";
                 const QByteArray other = R"({"coupon_id":"few","email":"q)" + QByteArray::number(i) + R"(@example.org"})";
                 for (const Step& step : runBoth({p.desk, p.fromMs + i * 10, p.untilMs + i * 10, p.chance}, "claims", "ClaimCoupon", claim, other))
                     steps.push_back(step);
             }
             return steps;
         }},
    };
}

std::vector<Entry> fileFaults()
{
    return {
        {{31, "wrong_clock", "A desk's clock is a day off."}, [](const Place& p) { return wrongClock(p, "wrong_clock", p.chance.oneIn(2) ? dayMs : -dayMs); }},
        {{32, "wrong_clock_at_deadline", "A pledge is made by a clock that is behind the deadline."},
         [](const Place& p) {
             Steps steps = wrongClock(p, "wrong_clock_at_deadline", 40 * dayMs);
             steps.push_back({p.fromMs + 10, "a pledge", [p](World& world) {
                                  world.desk(p.desk).run("PlacePledge", R"({"project_id":"live","backer_email":"late@example.org","extra":5000,"provider":"transfer"})");
                              }});
             return steps;
         }},
        {{33, "restored", "The server is restored from a backup."}, [](const Place& p) { return restored(p, "restored", true); }},
        {{34, "restored_unsaid", "The server is restored, and nobody says so."}, [](const Place& p) { return restored(p, "restored_unsaid", false); }},
        {{35, "old_copy", "A desk's file is an old copy of itself."}, copied},
        {{36, "damaged_file", "A desk's file is damaged, and what waited in it is saved."}, damagedFile},
        {{37, "disk_full", "A desk's disk is full."},
         [](const Place& p) { return once(p, "disk_full", [p](World& world) { world.desk(p.desk).failStatements(p.desk, 50); }); }},
        {{38, "power_loss", "The power goes."}, [](const Place& p) { return once(p, "power_loss", [p](World& world) { world.mustWork(world.desk(p.desk).restart(), "a desk does not start again"); }); }},
        {{39, "shut_out", "A desk is shut out with work pending."}, shutOut},
        {{40, "rights_narrowed", "A desk may see less than before."}, narrowed},
        {{41, "token_expired", "The token is not good for a while."}, [](const Place& p) { return percent<&Weather::answersWith>(p, "token_expired", 401); }},
        {{42, "server_newer", "The server is newer than the desk."}, [](const Place& p) { return percent<&Weather::answersWith>(p, "server_newer", 426); }},
        {{43, "upgraded", "The program is started anew in another version with work pending."},
         [](const Place& p) { return once(p, "upgraded", [p](World& world) { world.mustWork(world.desk(p.desk).restart(), "a desk does not start again"); }); }},
        {{44, "stuck", "The network swallows requests without a word."}, [](const Place& p) { return percent<&Weather::swallows>(p, "stuck", 60); }},
    };
}

const std::vector<Entry>& entries()
{
    static const std::vector<Entry> all = [] {
        std::vector<Entry> list;
        for (const auto& part : {networkFaults(), crashFaults(), serverFaults(), peopleFaults(), fileFaults()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

} // namespace

std::span<const Fault> allFaults()
{
    static const std::vector<Fault> faults = [] {
        std::vector<Fault> list;
        for (const Entry& entry : entries())
            list.push_back(entry.fault);
        return list;
    }();
    return faults;
}

std::vector<Step> stepsOf(const Fault& fault, Chance& chance, int desks, qint64 spanMs)
{
    const auto found = std::find_if(entries().begin(), entries().end(), [&](const Entry& entry) { return entry.fault.number == fault.number; });
    const qint64 from = chance.below(int(spanMs / 2));
    const qint64 until = from + 20'000 + chance.below(int(spanMs / 3));
    return found->steps({chance.below(desks), from, until, chance});
}

} // namespace encore::simulation
