// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/projects/closeproject.h"
#include "commands/projects/pictures.h"
#include "commands/schedule/duework.h"
#include "store/unitofwork.h"
#include "support/salesdesk.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace encore::tests
{

/// A house in full work, with Korean names so that a word left in English is seen.
class OfficeWorld
{
public:
    OfficeWorld() { }

    void fill()
    {
        for (const char* offer : {R"({"offer_id":"standing","title":"스탠딩"})", R"({"offer_id":"balcony","title":"발코니"})", R"({"offer_id":"late","title":"늦은 입장"})"})
            give("EditOffer", offer, 0);
        desk.offer("지정석 R석", 110'000, R"("limit":120)");
        desk.offer("봄 순회 공연 기념 티셔츠와 사인 포스터 한정 묶음", 35'000, R"("kind":"merchandise")");
        for (int i = 0; i < 24; ++i) {
            const QByteArray buyer = "\"buyer_name\":\"구매자 " + QByteArray::number(i) + "\",\"buyer_email\":\"p" + QByteArray::number(i) + "@example.org\"";
            const QByteArray order = desk.place(i % 3 ? "standing" : "balcony", 1 + i % 4, buyer + (i % 7 == 5 ? ",\"pay_later\":true" : ""));
            if (i % 7 != 5)
                (void)desk.pay(order, i % 2 ? R"({"kind":"card"})" : R"({"kind":"cash"})");
        }
        give("CreateCoupon", R"({"label":"a","name":"봄맞이","kind":"percentage","percent":20,"cap":10000,"quantity":100})", 0);
        give("CreateCoupon", R"({"label":"b","name":"오천 원","amount":5000,"minimum_spend":30000})", 0);
        give("ClaimCoupon", R"({"coupon_id":"a","email":"p1@example.org"})", 0);
        const QByteArray bounced = desk.place("standing", 1, R"("buyer_name":"김 반송","buyer_email":"b@example.org")");
        (void)desk.pay(bounced, R"({"kind":"card","payment_method":"sim-refund-bounces"})");
        (void)desk.work();
        give("RefundOrder", "{\"order_id\":\"" + bounced + R"(","reason":"몸이 아픔"})", 0);
        (void)desk.work();
        (void)desk.place("standing", 2, R"("complimentary":"기자","guest_list":"한겨레 문화부")");
        campaign("spring", "봄밤 콘서트: 한강에서 부르는 노래", 12'000'000, 41, 180'000);
        campaign("debut", "첫 음반", 5'000'000, 30, 240'000);
        draft("autumn");
        funded("winter", "겨울 음반과 투어");
        picture("spring", QColor(0x2f, 0x6f, 0x8f), QColor(0xf2, 0xc1, 0x4e));
        picture("spring", QColor(0x8f, 0x3f, 0x5f), QColor(0xff, 0xff, 0xff));
        picture("winter", QColor(0x1d, 0x2b, 0x53), QColor(0xe8, 0xe8, 0xff));
    }

    SalesDesk desk;

private:
    void give(const char* name, const QByteArray& arguments, qint64 at) { QCOMPARE(desk.give(name, arguments, SalesDesk::now.plusMs(at)), QByteArray()); }
    void draft(const QByteArray& label)
    {
        give("CreateProject", "{\"label\":\"" + label + R"(","author":"hana","title":"가을 소극장 공연"})", -1);
    }
    /// A stage in the evening, as far as two colours can be one.
    void picture(const QByteArray& label, const QColor& sky, const QColor& light)
    {
        QImage image(640, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        QLinearGradient evening(0, 0, 0, 400);
        evening.setColorAt(0, sky);
        evening.setColorAt(1, sky.darker(300));
        painter.fillRect(image.rect(), evening);
        painter.setPen(Qt::NoPen);
        painter.setBrush(light);
        painter.drawEllipse(QPoint(320, 120), 60, 60);
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
        QVERIFY(desk.executor->runTogether({[&](store::UnitOfWork& work) {
            return commands::addPicture(desk.id<domain::ProjectId>(label), bytes, QStringLiteral("무대의 저녁"), *desk.executor, work);
        }}).front());
    }
    /// A campaign that is over and reached its goal, with things to send.
    void funded(const QByteArray& label, const QByteArray& title)
    {
        constexpr qint64 day = 24LL * 60 * 60 * 1000;
        const auto at = [&](qint64 days) { return domain::formatInstant(SalesDesk::now.plusMs(days * day)).toLatin1(); };
        give("CreateProject",
             "{\"label\":\"" + label + "\",\"author\":\"hana\",\"title\":\"" + title + "\",\"goal\":1000000,\"starts_at\":\"" + at(-50) + "\",\"ends_at\":\"" + at(-20)
                 + "\",\"payee\":\"hana\",\"payout_account\":\"국민 123-456\"}",
             -60 * day);
        const QByteArray box = label + "box";
        give("AddReward", "{\"project_id\":\"" + label + "\",\"label\":\"" + box + "\",\"title\":\"음반 상자\",\"price\":70000,\"needs_address\":true,\"items\":["
             R"({"kind":"merchandise","name":"한정판 음반"},{"kind":"merchandise","name":"사인 포스터","quantity":2},{"kind":"digital","name":"음원"}]})", -60 * day);
        const QByteArray which = "{\"project_id\":\"" + label + "\"}";
        for (const char* step : {"SubmitProject", "ApproveProject"})
            give(step, which, -59 * day);
        give("StartProject", which, -50 * day);
        for (int i = 0; i < 18; ++i) {
            const QByteArray pledge = label + QByteArray::number(i);
            give("PlacePledge", "{\"project_id\":\"" + label + "\",\"label\":\"" + pledge + "\",\"backer_name\":\"후원자 " + QByteArray::number(i) + "\",\"backer_email\":\"" + pledge
                 + "@example.org\",\"rewards\":[{\"reward_id\":\"" + box + "\"}]}", -49 * day + i);
            give("RecordPledgePayment", "{\"pledge_id\":\"" + pledge + "\",\"result\":\"succeeded\"}", -49 * day + i + 1);
            if (i % 5 != 4)
                give("SetDeliveryAddress", "{\"pledge_id\":\"" + pledge + R"(","address":{"name":"받는 이","street":"세종대로 110","city":"서울","postal_code":"04524"}})", -40 * day);
        }
        QVERIFY(commands::runDueWork(*desk.executor, desk.owner, SalesDesk::now.plusMs(-19 * day)).ok());
        give("DispatchItems", "{\"pledge_id\":\"" + label + R"(0","carrier":"우체국택배","tracking":"6892 0123 4567"})", -10 * day);
        give("DispatchItems", "{\"pledge_id\":\"" + label + R"(1","items":[{"line":1,"item":3,"quantity":1}]})", -9 * day);
    }
    void campaign(const QByteArray& label, const QByteArray& title, qint64 goal, int pledges, qint64 amount)
    {
        constexpr qint64 day = 24LL * 60 * 60 * 1000;
        const auto at = [&](qint64 days) { return domain::formatInstant(SalesDesk::now.plusMs(days * day)).toLatin1(); };
        give("CreateProject",
             "{\"label\":\"" + label + "\",\"author\":\"hana\",\"title\":\"" + title + "\",\"summary\":\"강가에서 하룻밤, 현악 사중주와 함께.\",\"story\":\"## 왜 지금인가\\n\\n"
                 "**세 번째 봄**입니다. 이번에는 강가에서 현악 사중주와 함께합니다.\\n\\n- 한강 야외 무대\\n- 90분, 쉬는 시간 없음\\n- 비가 오면 실내\",\"category\":\"재즈\",\"venue\":\"한강 무대\","
                 "\"goal\":" + QByteArray::number(goal) + ",\"starts_at\":\"" + at(-18) + "\",\"ends_at\":\"" + at(12) + "\",\"payee\":\"hana\",\"payout_account\":\"국민 123-456\"}",
             -20 * day);
        const std::pair<const char*, qint64> rewards[] = {{"스탠딩 티켓", 60'000}, {"음반과 티켓", 120'000}, {"감사 엽서", 10'000}};
        for (const auto& [reward, price] : rewards)
            give("AddReward", "{\"project_id\":\"" + label + "\",\"label\":\"" + label + reward + "\",\"title\":\"" + reward + "\",\"price\":" + QByteArray::number(price)
                                  + ",\"limit\":200}", -20 * day);
        const QByteArray which = "{\"project_id\":\"" + label + "\"}";
        give("SubmitProject", which, -19 * day);
        give("ApproveProject", which, -19 * day);
        give("StartProject", which, -18 * day);
        const char* sources[] = {"친구 소개", "뉴스레터", "공연장 포스터", ""};
        for (int i = 0; i < pledges; ++i) {
            const QByteArray pledge = label + QByteArray::number(i);
            const qint64 when = -18 * day + (i * 17 % 18) * day + 3'600'000;
            give("PlacePledge",
                 "{\"project_id\":\"" + label + "\",\"label\":\"" + pledge + "\",\"backer_name\":\"후원자 " + QByteArray::number(i) + "\",\"backer_email\":\"" + pledge
                     + "@example.org\",\"source\":\"" + sources[i % 4] + "\",\"rewards\":[{\"reward_id\":\"" + label + rewards[i % 3].first + "\"}],\"extra\":"
                     + QByteArray::number(amount - rewards[i % 3].second) + "}",
                 when);
            give("RecordPledgePayment", "{\"pledge_id\":\"" + pledge + "\",\"result\":\"succeeded\"}", when + 1);
        }
        give("PostUpdate", "{\"project_id\":\"" + label + R"(","title":"절반을 넘었습니다","text":"고맙습니다. 편곡이 끝났고 첫 연습을 했습니다."})", -2 * day);
    }
};

} // namespace encore::tests
