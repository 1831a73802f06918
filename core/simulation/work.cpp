// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults.h"

namespace encore::simulation
{

namespace
{

QByteArray text(const char* stem, Chance& chance, int limit)
{
    return QByteArray(stem) + QByteArray::number(chance.below(limit));
}

struct Deed {
    const char* name;
    QByteArray arguments;
};

Deed sale(Chance& chance)
{
    const QByteArray offer = chance.oneIn(3) ? "scarce" : "plenty";
    return {"PlaceOrder", R"({"nonce":")" + text("n", chance, 1'000'000) + R"(","buyer_name":"손님","lines":[{"offer_id":")" + offer + R"(","quantity":)"
                + QByteArray::number(1 + chance.below(3)) + R"(}],"pay_later":)" + (chance.oneIn(2) ? "true" : "false") + "}"};
}

Deed admission(Chance& chance)
{
    return {"AdmitTicket", R"({"ticket_id":")" + text("T", chance, 24) + R"(","gate_id":")" + (chance.oneIn(2) ? "A" : "B")
                + R"(","direction":"entry","code_kind":"secret"})"};
}

Deed projectEdit(Chance& chance)
{
    constexpr const char* fields[] = {"title", "venue", "category", "summary"};
    return {"EditProject", R"({"project_id":")" + QByteArray(chance.oneIn(2) ? "album" : "tour") + R"(",")" + fields[chance.below(4)] + R"(":")"
                + text("text ", chance, 1000) + R"("})"};
}

Deed deed(Chance& chance)
{
    switch (chance.below(9)) {
    case 0:
    case 1:
        return sale(chance);
    case 2:
    case 3:
        return admission(chance);
    case 4:
        return projectEdit(chance);
    case 5:
        return {"EditReward", R"({"reward_id":")" + QByteArray(chance.oneIn(2) ? "cd" : "poster") + R"(","description":")" + text("about ", chance, 100) + R"("})"};
    case 6:
        return {"ClaimCoupon", R"({"coupon_id":"few","email":")" + text("fan", chance, 12) + R"(@example.org"})"};
    case 7:
        return {"EditOffer", R"({"offer_id":"plenty","title":")" + text("Plenty ", chance, 50) + R"("})"};
    default:
        return {"PlacePledge", R"({"project_id":"live","backer_email":")" + text("fan", chance, 12)
                    + R"(@example.org","provider":"transfer","lines":[{"reward_id":"vinyl","quantity":1}]})"};
    }
}

} // namespace

Step workStep(Chance& chance, int desks, qint64 atMs)
{
    const Deed what = deed(chance);
    const int desk = chance.below(desks);
    return {atMs, QByteArray(what.name) + " at desk " + QByteArray::number(desk) + ' ' + what.arguments,
            [desk, what](World& world) { world.desk(desk).run(what.name, what.arguments); }};
}

} // namespace encore::simulation
