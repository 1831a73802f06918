// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakeservices.h"
#include "ui/messages/letterservice.h"

namespace encore::tests
{

/// Keeps secrets in memory, and has one letter for everybody.
class FakeLetterService final : public ui::LetterService
{
public:
    void secrets(QObject* receiver, std::function<void(const Known&)> answer) override
    {
        queue.send(receiver, [this, answer = std::move(answer)] { answer({kept.contains(Secret::MailPassword), kept.contains(Secret::WebhookKey)}); });
    }
    void keep(Secret secret, const QString& typed, QObject* receiver, Answer answer) override
    {
        if (!fails && typed.isEmpty())
            kept.erase(secret);
        else if (!fails)
            kept[secret] = typed;
        queue.send(receiver, [this, answer = std::move(answer)] { answer(fails ? domain::Status(*fails) : domain::done()); });
    }
    void read(domain::MessageId, QObject* receiver, std::function<void(const domain::Result<Letter>&)> answer) override
    {
        queue.send(receiver, [this, answer = std::move(answer)] { answer(fails ? domain::Result<Letter>(*fails) : letter); });
    }

    std::map<Secret, QString> kept;
    Letter letter{QString::fromUtf8("티켓 안내: 하나홀, 주문 7K2M-9QXA-3B4C"),
                  QString::fromUtf8("김하나 님, 안녕하세요.\n\n주문의 티켓입니다. 입장할 때 각 티켓의 코드를 보여 주세요.\n\n봄 공연\n시작: 2026-12-24 19:00\n스탠딩\n코드: (여기에는 표시하지 않습니다)\n\n하나홀\n")};
    std::optional<domain::Error> fails;
    support::AnswerQueue queue;
};

} // namespace encore::tests
